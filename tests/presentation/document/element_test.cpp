#include <doctest/doctest.h>

#include <set>
#include <string>

#include "presentation/document/element.h"

using namespace stadttor::presentation::document;

TEST_SUITE("presentation/document") {
  TEST_CASE("every element has a name of its own, and none can run code") {
    std::set<std::string> names;
    for (int tag = 0; tag < kTagCount; ++tag) names.emplace(tag_name(static_cast<Tag>(tag)));

    CHECK(names.size() == static_cast<std::size_t>(kTagCount));
    for (const auto* name : {"", "script", "style", "iframe", "object", "embed", "link", "meta", "base", "svg", "math", "template"}) {
      CHECK_MESSAGE(names.count(name) == 0, name);
    }
  }

  TEST_CASE("every attribute has a name of its own, and none can run code") {
    std::set<std::string> names;
    for (int name = 0; name < kAttributeCount; ++name) names.emplace(attribute_name(static_cast<AttributeName>(name)));

    CHECK(names.size() == static_cast<std::size_t>(kAttributeCount));
    CHECK(names.count("") == 0);
    CHECK(names.count("style") == 0);
    CHECK(names.count("srcdoc") == 0);
    CHECK(names.count("formaction") == 0);
    for (const std::string& name : names) CHECK_MESSAGE(name.compare(0, 2, "on") != 0, name);
  }

  TEST_CASE("the names stand where their numbers say") {
    CHECK(tag_name(Tag::H1) == "h1");
    CHECK(tag_name(Tag::H6) == "h6");
    CHECK(tag_name(Tag::Figure) == "figure");
    CHECK(tag_name(Tag::Textarea) == "textarea");
    CHECK(attribute_name(AttributeName::Class) == "class");
    CHECK(attribute_name(AttributeName::AriaLabelledBy) == "aria-labelledby");
    CHECK(attribute_name(AttributeName::DataKey) == "data-k");
    CHECK(attribute_name(AttributeName::EnterKeyHint) == "enterkeyhint");
  }

  TEST_CASE("empty elements and flags are known as HTML has them") {
    CHECK(is_void(Tag::Input));
    CHECK(is_void(Tag::Img));
    CHECK(is_void(Tag::Hr));
    CHECK_FALSE(is_void(Tag::Div));
    CHECK(is_boolean(AttributeName::Checked));
    CHECK(is_boolean(AttributeName::Hidden));
    CHECK_FALSE(is_boolean(AttributeName::AriaHidden));
    CHECK_FALSE(is_boolean(AttributeName::Value));
  }
}
