#include <doctest/doctest.h>

#include <string>

#include "semantics/page.h"
#include "support/tree_text.h"

using namespace stadttor::semantics;
using stadttor::testing::key_at;

namespace {

// The name of the node that `show` builds first.
template <class Show>
std::string name_of(Show show) {
  const ActionQueue nothing;
  Tree tree;
  {
    Page page(tree, nothing);
    show(page);
  }
  return tree.name_of(1);
}

}  // namespace

TEST_SUITE("semantics") {
  TEST_CASE("a control is called by its visible text") {
    CHECK(name_of([](Page& page) { page.button("send", "Absenden"); }) == "Absenden");
    CHECK(name_of([](Page& page) { page.text_field("name", "Name", "Erika"); }) == "Name");
  }

  TEST_CASE("a link is called by all the text in it, icons left out") {
    const std::string name = name_of([](Page& page) {
      auto link = page.running_link("link", "/de/");
      page.text("Gesetz ");
      page.strong("neu");
      page.text(" (neuer Tab)");
      page.icon("open-in-new");
    });

    CHECK(name == "Gesetz neu (neuer Tab)");
  }

  TEST_CASE("a paragraph reads as one sentence") {
    const std::string name = name_of([](Page& page) {
      auto paragraph = page.running_paragraph();
      page.text("Rufen Sie ");
      page.link("phone", "115", "tel:115");
      page.text(" an.");
    });

    CHECK(name == "Rufen Sie 115 an.");
  }

  TEST_CASE("a region is called by its heading") {
    CHECK(name_of([](Page& page) { auto region = page.region("who", 2, "Für wen"); }) == "Für wen");
    CHECK(name_of([](Page& page) { auto dialog = page.dialog("sure", 2, "Wirklich?"); }) == "Wirklich?");
  }

  TEST_CASE("a landmark without a visible heading is called by its label") {
    CHECK(name_of([](Page& page) { auto menu = page.navigation("menu", "Hauptmenü"); }) == "Hauptmenü");
    CHECK(name_of([](Page& page) { auto block = page.block(Appearance::Stack); }).empty());
  }

  TEST_CASE("blocks in a list item are parted by a space in its name") {
    const std::string name = name_of([](Page& page) {
      auto list = page.list();
      auto item = page.item("a");
      {
        auto block = page.block(Appearance::Stack);
        page.text("eins");
      }
      auto block = page.block(Appearance::Stack);
      page.text("zwei");
    });
    const ActionQueue nothing;
    Tree tree;
    {
      Page page(tree, nothing);
      auto list = page.list();
      auto item = page.item("a");
      {
        auto block = page.block("one", {});
        page.text("eins");
      }
      auto block = page.block("two", {});
      page.text("zwei");
    }

    CHECK(name.empty());  // a list has no name of its own
    CHECK(tree.name_of(2) == "eins zwei");
  }

  TEST_CASE("a property is found by its kind") {
    const ActionQueue nothing;
    Tree tree;
    {
      Page page(tree, nothing);
      page.link("law", "Gesetz", "https://example.org/", {.language = "de", .anchor = "gesetz"});
    }

    CHECK(tree.property_of(tree.node(1), Property::Href) == "https://example.org/");
    CHECK(tree.property_of(tree.node(1), Property::Language) == "de");
    CHECK(tree.property_of(tree.node(1), Property::Anchor) == "gesetz");
    CHECK(tree.property_of(tree.node(1), Property::Hint).empty());
    CHECK(tree.properties_of(tree.node(1)).size() == 3);
  }

  TEST_CASE("a key that no node has is not found") {
    const ActionQueue nothing;
    Tree tree;
    { Page page(tree, nothing); }

    CHECK(tree.find(key_at({})) == 0);
    CHECK(tree.find(key_at({"nobody"})) == kNoNode);
  }
}
