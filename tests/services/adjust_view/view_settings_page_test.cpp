#include <doctest/doctest.h>

#include <string>

#include "services/adjust_view/view_settings_page.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::adjust_view;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::Page;
using semantics::State;

namespace {

semantics::Tree shown(const ViewSettings& settings, ViewAnswer& answer, const semantics::ActionQueue& actions = {},
                      const PresentationFacts& presentation = {}) {
  return SmallCity().page([&](const Screen& screen, Page& page) { answer = show_view_settings(screen, page, settings, presentation); }, actions);
}

// The answer to choosing an option by its name.
ViewAnswer chosen(const ViewSettings& settings, std::string_view name, const PresentationFacts& presentation = {}) {
  ViewAnswer answer;
  const auto tree = shown(settings, answer, {}, presentation);
  const auto radio = find_node(tree, "radio", name);
  if (!CHECK(radio != semantics::kNoNode)) return answer;
  shown(settings, answer, {{ActionKind::Choose, tree.node(tree.node(radio).parent).key, std::string(tree.value_of(tree.node(radio)))}}, presentation);
  return answer;
}

}  // namespace

TEST_SUITE("services/adjust_view") {
  TEST_CASE("choosing names the setting and its value") {
    CHECK(chosen({}, "Groß (150\u00a0%)").changed == "text-size");
    CHECK(chosen({}, "Groß (150\u00a0%)").value == "150");
    CHECK(chosen({}, "Dunkel").changed == "theme");
    CHECK(chosen({}, "Dunkel").value == "dark");
    CHECK(chosen({}, "Stärkerer Kontrast").value == "more");
    CHECK(chosen({}, "Weniger Bewegung").value == "less");
  }

  TEST_CASE("going back to the usual size empties the setting") {
    const ViewAnswer answer = chosen({"200", "", "", ""}, "Normal (100\u00a0%)");

    CHECK(answer.changed == "text-size");
    CHECK(answer.value.empty());
  }

  TEST_CASE("nothing chosen changes nothing") {
    ViewAnswer answer;
    shown({}, answer);

    CHECK(answer.changed.empty());
    CHECK_FALSE(answer.forget);
  }

  TEST_CASE("what is set is the one that is checked") {
    ViewAnswer answer;
    const auto tree = shown({"150", "", "dark", ""}, answer);
    const auto is_checked = [&tree](std::string_view name) { return tree.node(find_node(tree, "radio", name)).has(State::Checked); };

    CHECK(is_checked("Groß (150\u00a0%)"));
    CHECK(is_checked("Dunkel"));
    CHECK_FALSE(is_checked("Normal (100\u00a0%)"));
    CHECK_FALSE(is_checked("Hell"));
  }

  TEST_CASE("the drawn presentation can be chosen; the usual one empties the setting, whichever that is") {
    CHECK(chosen({}, "Gezeichnete Darstellung").changed == "presentation");
    CHECK(chosen({}, "Gezeichnete Darstellung").value == "canvas");
    CHECK(chosen({"", "", "", "", "canvas"}, "Darstellung als Dokument (üblich)").value.empty());
    const PresentationFacts drawn_city{"canvas", ""};
    CHECK(chosen({}, "Darstellung als Dokument (üblich)", drawn_city).value == "document");
    CHECK(chosen({"", "", "", "", "document"}, "Gezeichnete Darstellung", drawn_city).value.empty());
  }

  TEST_CASE("why the document stands in is said in one sentence, to those who want the drawn presentation") {
    ViewAnswer answer;
    const ViewSettings drawn{"", "", "", "", "canvas"};
    const char* const sentence = "Sie sehen das Portal gerade als Dokument: Das Fenster ist klein oder stark vergrößert.";

    CHECK(has_node(shown(drawn, answer, {}, {"document", "narrow"}), "status", sentence));
    CHECK_FALSE(has_node(shown({}, answer, {}, {"document", "narrow"}), "status", sentence));
    CHECK(has_node(shown({}, answer, {}, {"canvas", "narrow"}), "status", sentence));
    CHECK(has_node(shown(drawn, answer, {}, {"document", ""}), "status", ""));
    CHECK(has_node(shown(drawn, answer, {}, {"document", "no such reason"}), "status", ""));
  }

  TEST_CASE("forgetting is offered once there is something to forget") {
    ViewAnswer answer;
    const char* const forget = "Einstellungen zurücksetzen und vom Gerät löschen";

    CHECK_FALSE(has_node(shown({}, answer), "button", forget));
    const ViewSettings dark{"", "", "dark", ""};
    const auto tree = shown(dark, answer);
    shown(dark, answer, press_on(tree, "button", forget));
    CHECK(answer.forget);
  }
}
