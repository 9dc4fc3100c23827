// Searching during a visit: suggestions, results, and what never leaves the device.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/recording_front.h"
#include "support/tree_text.h"

using namespace stadttor;
using namespace stadttor::portal;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::kNoNode;
using semantics::State;

namespace {

const char* const kField = "Was möchten Sie erledigen?";
const char* const kAgain = "Erneut versuchen";

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("typing offers suggestions and says how many") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::Focus);
    visit.rest();

    visit.act("combobox", kField, ActionKind::SetValue, "hund");
    const auto effects = visit.rest();

    CHECK(visit.sees("listbox", "Vorschläge"));
    CHECK(has_effect(effects, EffectKind::Announce));
    CHECK(find_effect(effects, EffectKind::Announce)->text.find("Vorschläge, mit den Pfeiltasten erreichbar") != std::string::npos);
  }

  TEST_CASE("the number of suggestions is said when it changes, not at every letter") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::SetValue, "wohnsitz");
    CHECK(has_effect(visit.rest(), EffectKind::Announce));

    visit.act("combobox", kField, ActionKind::SetValue, "wohnsitz ");

    CHECK_FALSE(has_effect(visit.rest(), EffectKind::Announce));
  }

  TEST_CASE("an arrow key that comes with the last letter chooses among the suggestions for the whole word") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::SetValue, "wohnsitz abmelde");
    visit.rest();

    visit.act("combobox", kField, ActionKind::SetValue, "hund abmelden");
    visit.act("combobox", kField, ActionKind::ActiveNext);
    visit.rest();

    const auto option = visit.find("option", "Hund abmelden");
    if (!CHECK(option != kNoNode)) return;
    CHECK(visit.front.shown.node(option).has(State::Selected));
  }

  TEST_CASE("the search index is fetched when the citizen turns to the search, not before") {
    RestedVisit visit("/de/leistungen");
    const auto asked_for_index = [&visit] {
      const auto& urls = visit.http.requested();
      return std::any_of(urls.begin(), urls.end(), [](const std::string& url) { return url.find("suche.bin") != std::string::npos; });
    };

    CHECK_FALSE(asked_for_index());
    visit.act("combobox", kField, ActionKind::Focus);
    visit.rest();
    CHECK(asked_for_index());
  }

  TEST_CASE("nothing typed is ever asked for over the network") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::SetValue, "Geheimnis");
    visit.rest();
    visit.act("search", "Suche im Portal", ActionKind::Submit);
    visit.rest();

    CHECK(visit.main_heading() == "Suche nach „Geheimnis“");
    for (const std::string& url : visit.http.requested()) CHECK_MESSAGE(url.find("eheimnis") == std::string::npos, url);
  }

  TEST_CASE("submitting shows the results, with the words in the address's fragment") {
    RestedVisit visit("/de/");
    visit.act("combobox", kField, ActionKind::SetValue, "hund anmelden");
    visit.rest();

    visit.act("search", "Suche im Portal", ActionKind::Submit);
    const auto effects = visit.rest();

    CHECK(visit.sees("link", "Hund anmelden"));
    const Effect* pushed = find_effect(effects, EffectKind::PushUrl);
    if (!CHECK(pushed != nullptr)) return;
    CHECK(pushed->text == "/de/suche#q=hund%20anmelden");
    const auto field = visit.find("combobox", kField);
    if (!CHECK(field != kNoNode)) return;
    CHECK(visit.front.shown.value_of(visit.front.shown.node(field)) == "hund anmelden");
  }

  TEST_CASE("an address with a question shows its results at once") {
    RestedVisit visit("/de/suche#q=reisepass");

    CHECK(visit.main_heading() == "Suche nach „reisepass“");
    CHECK(visit.sees("link", "Reisepass beantragen"));
  }

  TEST_CASE("an index that cannot be had or is broken is named, and trying again brings it") {
    for (const int how : {0, 1, 2}) {
      PortalVisit visit;
      const std::string whole = visit.file("de/suche.bin");
      if (how == 0) visit.lose("de/suche.bin");
      if (how == 1) visit.file("de/suche.bin").resize(whole.size() / 2);
      if (how == 2) visit.file("de/suche.bin") = "no index";
      visit.begin("/de/suche#q=hund");
      visit.rest();
      CHECK_MESSAGE(visit.sees("message", "Die Suche ist gerade nicht erreichbar"), how);
      CHECK(visit.sees("link", "Lebenslagen"));

      visit.file("de/suche.bin") = whole;
      visit.press("button", kAgain);
      visit.rest();

      CHECK_MESSAGE(visit.sees("link", "Hund anmelden"), how);
      CHECK_FALSE(visit.sees("message", "Die Suche ist gerade nicht erreichbar"));
    }
  }
}
