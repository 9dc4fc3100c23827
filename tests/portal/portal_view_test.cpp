// What a citizen sets during a visit: the view, reading aloud, printing; and being offline.
#include <doctest/doctest.h>

#include <string>

#include "support/recording_front.h"
#include "support/tree_text.h"

using namespace stadttor;
using namespace stadttor::portal;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::State;

namespace {

const char* const kForget = "Einstellungen zurücksetzen und vom Gerät löschen";

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("being offline is said, and what failed meanwhile comes when the network is back") {
    RestedVisit visit("/de/leistungen");
    visit.engine->set_offline(true);
    visit.http.set_unreachable(true);
    visit.press("link", "Hund anmelden");
    visit.rest();
    CHECK(visit.sees("message", "Sie sind gerade offline"));
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));

    visit.http.set_unreachable(false);
    visit.engine->set_offline(false);
    visit.rest();

    CHECK_FALSE(visit.sees("message", "Sie sind gerade offline"));
    CHECK(visit.sees("region", "Das brauchen Sie"));
  }

  TEST_CASE("view settings take effect, are kept, and can be forgotten") {
    RestedVisit visit("/de/ansicht");
    if (!CHECK(visit.act("radiogroup", "Schriftgröße", ActionKind::Choose, "150"))) return;
    const auto chosen = visit.rest();

    const Effect* kept = find_effect(chosen, EffectKind::SetView);
    if (!CHECK(kept != nullptr)) return;
    CHECK(kept->text == "text-size");
    CHECK(kept->value == "150");
    CHECK(visit.front.shown.node(visit.find("radio", "Groß (150\u00a0%)")).has(State::Checked));

    if (!CHECK(visit.press("button", kForget))) return;
    CHECK(has_effect(visit.rest(), EffectKind::ForgetView));
    CHECK(visit.front.shown.node(visit.find("radio", "Normal (100\u00a0%)")).has(State::Checked));
    CHECK_FALSE(visit.sees("button", kForget));
  }

  TEST_CASE("that the drawn presentation stands aside is said on the page where it was chosen") {
    RestedVisit visit("/de/ansicht");
    if (!CHECK(visit.act("radiogroup", "Darstellung", ActionKind::Choose, "canvas"))) return;
    const auto chosen = visit.rest();
    const Effect* kept = find_effect(chosen, EffectKind::SetView);
    if (!CHECK(kept != nullptr)) return;
    CHECK(kept->text == "presentation");
    CHECK(kept->value == "canvas");

    visit.engine->presentation_gives_way("touch");
    visit.rest();
    CHECK(visit.sees("status", "Sie sehen das Portal gerade als Dokument: Sie bedienen Ihr Gerät vor allem mit dem Finger."));

    visit.engine->presentation_gives_way("");
    visit.rest();
    CHECK_FALSE(visit.sees("status", "Sie sehen das Portal gerade als Dokument: Sie bedienen Ihr Gerät vor allem mit dem Finger."));
  }

  TEST_CASE("reading aloud speaks the page in its language, and stops when it is left") {
    RestedVisit visit("/de/leistungen/hund-anmelden");
    if (!CHECK(visit.press("button", "Vorlesen"))) return;
    const auto begun = visit.rest();

    const Effect* spoken = find_effect(begun, EffectKind::Speak);
    if (!CHECK(spoken != nullptr)) return;
    CHECK(spoken->value == "de");
    CHECK(spoken->text.find("Hund anmelden") != std::string::npos);
    CHECK(visit.sees("button", "Vorlesen beenden"));

    visit.engine->open("/de/leistungen");
    CHECK(has_effect(visit.rest(), EffectKind::StopSpeaking));
  }

  TEST_CASE("reading can be stopped, and ends by itself") {
    RestedVisit visit("/de/leistungen/hund-anmelden");
    visit.press("button", "Vorlesen");
    visit.rest();
    visit.press("button", "Vorlesen beenden");
    CHECK(has_effect(visit.rest(), EffectKind::StopSpeaking));
    CHECK(visit.sees("button", "Vorlesen"));

    visit.press("button", "Vorlesen");
    visit.rest();
    visit.engine->reading_ended();
    visit.rest();
    CHECK(visit.sees("button", "Vorlesen"));
  }

  TEST_CASE("printing is passed on") {
    RestedVisit visit("/de/leistungen/hund-anmelden");

    visit.press("button", "Drucken");

    CHECK(has_effect(visit.rest(), EffectKind::Print));
  }
}
