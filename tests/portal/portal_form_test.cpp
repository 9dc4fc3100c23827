// An application during a visit: addresses that lead further than the answers do, and asking before the page is left.
#include <doctest/doctest.h>

#include <string>

#include "support/recording_front.h"

using namespace stadttor;
using namespace stadttor::portal;
using namespace stadttor::testing;
using semantics::ActionKind;

namespace {

const char* const kHere = "Lebt der Hund in einem Haushalt in Musterstadt?";

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("the browser asks before leaving from the first answer on, and is told so once") {
    RestedVisit visit("/de/antraege/hund-anmelden");
    if (!CHECK(visit.act("radiogroup", kHere, ActionKind::Choose, "yes"))) return;
    CHECK(has_effect(visit.rest(), EffectKind::AskBeforeLeaving));

    visit.act("radiogroup", kHere, ActionKind::Choose, "no");
    CHECK_FALSE(has_effect(visit.rest(), EffectKind::AskBeforeLeaving));
  }

  TEST_CASE("a later step's address, asked for first, becomes that of the beginning") {
    RestedVisit visit("/de/antraege/hund-anmelden/zahlung");

    CHECK(visit.sees("heading", "Bevor Sie beginnen"));
    CHECK(visit.engine->address() == city::Address{"de", city::PageKind::Form, "hund-anmelden", "", ""});
  }

  TEST_CASE("what was entered is there again after another page, and in another language") {
    RestedVisit visit("/de/antraege/hund-anmelden");
    visit.act("radiogroup", kHere, ActionKind::Choose, "yes");
    visit.rest();

    visit.engine->open("/de/aemter");
    visit.rest();
    visit.engine->open("/en/antraege/hund-anmelden");
    visit.rest();

    const auto group = visit.find("radiogroup", "Does the dog live in a household in Musterstadt?");
    if (!CHECK(group != semantics::kNoNode)) return;
    CHECK(visit.front.shown.value_of(visit.front.shown.node(group)) == "yes");
  }

  TEST_CASE("what is entered in the moment of going back is not lost") {
    RestedVisit visit("/de/antraege/hund-anmelden");
    visit.act("radiogroup", kHere, ActionKind::Choose, "yes");
    visit.engine->open_from_history("/de/leistungen/hund-anmelden");
    visit.rest();
    visit.engine->open_from_history("/de/antraege/hund-anmelden");
    visit.rest();

    CHECK(visit.sees("radiogroup", "Gilt der Hund als gefährlich?"));
  }

  TEST_CASE("going on leads to the next step with the focus on its heading") {
    RestedVisit visit("/de/antraege/hund-anmelden");
    visit.act("radiogroup", kHere, ActionKind::Choose, "yes");
    visit.rest();
    visit.act("radiogroup", "Gilt der Hund als gefährlich?", ActionKind::Choose, "no");
    visit.rest();
    visit.press("button", "Weiter");
    const auto effects = visit.rest();

    const Effect* pushed = find_effect(effects, EffectKind::PushUrl);
    if (!CHECK(pushed != nullptr)) return;
    CHECK(pushed->text == "/de/antraege/hund-anmelden/halter");
    const Effect* focused = find_effect(effects, EffectKind::Focus);
    if (!CHECK(focused != nullptr)) return;
    CHECK(focused->key == main_heading_key(visit.front.shown));
  }

  TEST_CASE("an application the city does not have is not found") {
    RestedVisit visit("/de/antraege/gibt-es-nicht");

    CHECK(visit.sees("heading", "Diese Seite gibt es nicht"));
  }
}
