#include <doctest/doctest.h>

#include <string>

#include "presentation/document/appearance_classes.h"

using namespace stadttor::presentation::document;
using stadttor::semantics::Appearance;

namespace {

constexpr int kLooks = static_cast<int>(Appearance::Illustration) + 1;

bool is_class_list(std::string_view classes) {
  for (std::size_t at = 0; at < classes.size();) {
    const std::string_view word = classes.substr(at, classes.find(' ', at) - at);
    if (word.substr(0, 5) != "kern-" && word.substr(0, 3) != "st-") return false;
    at += word.size() + 1;
  }
  return classes.empty() || (classes.front() != ' ' && classes.back() != ' ');
}

}  // namespace

TEST_SUITE("presentation/document") {
  TEST_CASE("every look of every kind of part is made of KERN's classes and our own") {
    for (int number = 0; number < kLooks; ++number) {
      const auto look = static_cast<Appearance>(number);
      CHECK(is_class_list(box_classes(look)));
      CHECK(is_class_list(text_classes(look)));
      CHECK(is_class_list(link_classes(look)));
      CHECK(is_class_list(button_classes(look)));
      for (int level = 1; level <= 6; ++level) CHECK(is_class_list(heading_classes(look, level)));
    }
  }

  TEST_CASE("links, buttons and headings always have a look") {
    for (int number = 0; number < kLooks; ++number) {
      const auto look = static_cast<Appearance>(number);
      CHECK_FALSE(link_classes(look).empty());
      CHECK_FALSE(button_classes(look).empty());
      CHECK_FALSE(heading_classes(look, 2).empty());
    }
  }

  TEST_CASE("what is only for screen readers is hidden as KERN hides it") {
    CHECK(text_classes(Appearance::VisuallyHidden) == "kern-sr-only");
    CHECK(box_classes(Appearance::VisuallyHidden) == "kern-sr-only");
    CHECK(heading_classes(Appearance::VisuallyHidden, 2) == "kern-sr-only");
  }

  TEST_CASE("the kinds of a notice look different") {
    CHECK(box_classes(Appearance::Info) != box_classes(Appearance::Warning));
    CHECK(box_classes(Appearance::Danger) != box_classes(Appearance::Success));
  }
}
