#include <doctest/doctest.h>

#include <string>

#include "services/find_service/search_box.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::find_service;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::ActionQueue;
using semantics::Page;
using semantics::Property;
using semantics::State;

namespace {

// A search box that is built again after each thing done to it.
struct Box {
  SmallCity city;
  SearchBoxState state;
  SearchBoxAnswer answer;
  semantics::Tree tree;

  Box() { build({}); }

  void build(const ActionQueue& actions) {
    tree = city.page([this](const Screen& screen, Page& page) { answer = show_search_box(screen, page, state, SearchPlace::Header); }, actions);
  }
  void does(std::string_view role, std::string_view name, ActionKind kind, std::string value = {}) {
    const auto index = find_node(tree, role, name);
    if (!CHECK(index != semantics::kNoNode)) return;
    build({{kind, tree.node(index).key, std::move(value)}});
  }
  void does(ActionKind kind, std::string value = {}) { does("combobox", "Was möchten Sie erledigen?", kind, std::move(value)); }
  void offers() {
    state.suggestions = {{"Hund anmelden", "/de/leistungen/hund-anmelden"}, {"Hund abmelden", "/de/leistungen/hund-abmelden"}};
    state.is_open = true;
    build({});
  }
  const semantics::Node& field() const { return tree.node(find_node(tree, "combobox", "Was möchten Sie erledigen?")); }
};

}  // namespace

TEST_SUITE("services/find_service") {
  TEST_CASE("what is typed is kept and asks for suggestions") {
    Box box;

    box.does(ActionKind::SetValue, "hund");
    CHECK(box.state.typed == "hund");
    CHECK(box.answer.typed_changed);
    CHECK_FALSE(box.answer.query.has_value());

    box.does(ActionKind::SetValue, "hund");
    CHECK_FALSE(box.answer.typed_changed);
  }

  TEST_CASE("focus is the time to fetch the index") {
    Box box;

    box.does(ActionKind::Focus);

    CHECK(box.answer.was_focused);
    CHECK_FALSE(box.answer.typed_changed);
  }

  TEST_CASE("submitting asks for what is typed, by button and by Enter") {
    Box box;
    box.does(ActionKind::SetValue, "hund");

    box.does("button", "Suchen", ActionKind::Press);
    CHECK(box.answer.query == "hund");
    box.build({});
    CHECK_FALSE(box.answer.query.has_value());
    box.does("search", "Suche im Portal", ActionKind::Submit);
    CHECK(box.answer.query == "hund");
  }

  TEST_CASE("typing and submitting at once asks for the new words") {
    Box box;
    const auto key = box.field().key;
    const auto button = box.tree.node(find_node(box.tree, "button", "Suchen")).key;

    box.build({{ActionKind::SetValue, key, "reisepass"}, {ActionKind::Press, button, ""}});

    CHECK(box.answer.query == "reisepass");
  }

  TEST_CASE("suggestions stand in a list that the field controls") {
    Box box;
    box.offers();

    CHECK(box.field().has(State::Expanded));
    CHECK(has_node(box.tree, "listbox", "Vorschläge"));
    CHECK(has_node(box.tree, "option", "Hund abmelden"));
    const auto list = find_node(box.tree, "listbox", "Vorschläge");
    CHECK(box.tree.property_of(box.field(), Property::Controls) == semantics::key_text(box.tree.node(list).key));
    CHECK(box.tree.property_of(box.field(), Property::ActiveOption).empty());
  }

  TEST_CASE("without suggestions there is no list and the field is closed") {
    Box box;
    box.state.is_open = true;
    box.build({});

    CHECK_FALSE(box.field().has(State::Expanded));
    CHECK_FALSE(has_node(box.tree, "listbox", "Vorschläge"));
  }

  TEST_CASE("arrow keys go through the suggestions and back to what is typed") {
    Box box;
    box.offers();

    box.does(ActionKind::ActiveNext);
    CHECK(box.state.active == 0);
    box.does(ActionKind::ActiveNext);
    CHECK(box.state.active == 1);
    box.does(ActionKind::ActiveNext);
    CHECK(box.state.active == -1);
    box.does(ActionKind::ActivePrevious);
    CHECK(box.state.active == 1);
    box.build({});
    const auto option = find_node(box.tree, "option", "Hund abmelden");
    CHECK(box.tree.node(option).has(State::Selected));
    CHECK(box.tree.property_of(box.field(), Property::ActiveOption) == semantics::key_text(box.tree.node(option).key));
  }

  TEST_CASE("choosing a suggestion leads to its page") {
    Box box;
    box.offers();

    box.does("option", "Hund abmelden", ActionKind::Press);

    CHECK(box.answer.path == "/de/leistungen/hund-abmelden");
  }

  TEST_CASE("Enter on the active suggestion leads to its page, not to the results") {
    Box box;
    box.offers();
    box.does(ActionKind::ActiveNext);

    box.does("search", "Suche im Portal", ActionKind::Submit);

    CHECK(box.answer.path == "/de/leistungen/hund-anmelden");
    CHECK_FALSE(box.answer.query.has_value());
  }

  TEST_CASE("leaving the field and Escape close the list and keep what is typed") {
    for (const ActionKind kind : {ActionKind::Blur, ActionKind::Close}) {
      Box box;
      box.state.typed = "hu";
      box.offers();
      box.does(ActionKind::ActiveNext);

      box.does(kind);
      box.build({});

      CHECK_FALSE(box.state.is_open);
      CHECK(box.state.active == -1);
      CHECK(box.state.typed == "hu");
      CHECK_FALSE(has_node(box.tree, "listbox", "Vorschläge"));
    }
  }

  TEST_CASE("without the engine the form leads to the search page and sends nothing") {
    Box box;
    const auto search = find_node(box.tree, "search", "Suche im Portal");

    CHECK(box.tree.property_of(box.tree.node(search), Property::SubmitTo) == "/de/suche");
    CHECK_FALSE(box.tree.has_property(box.field(), Property::FieldName));
    CHECK(box.tree.property_of(box.field(), Property::Autocomplete) == "off");
  }
}
