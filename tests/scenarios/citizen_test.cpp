// What a citizen comes for, told in words. Visits that need no clock, network or effects are scripts (*.visit).
#include <doctest/doctest.h>

#include "support/citizen.h"

using namespace stadttor;
using portal::EffectKind;
using testing::Citizen;

TEST_SUITE("scenarios") {
  TEST_CASE("someone types in a hurry, finds the dog registration, and reads it in English") {
    Citizen citizen;
    citizen.opens("/de/");
    CHECK(citizen.types("Was möchten Sie erledigen?", "hunt anmeldn"));
    CHECK(citizen.submits());
    CHECK(citizen.presses("link", "Hund anmelden"));
    CHECK(citizen.reads("96,00 EUR"));

    CHECK(citizen.presses("link", "English"));

    CHECK(citizen.sees("heading", "Register a dog"));
    CHECK(citizen.reads("EUR 96.00"));
    CHECK_MESSAGE(citizen.path() == "/en/leistungen/hund-anmelden", citizen.page());
  }

  TEST_CASE("someone picks a suggestion with the keyboard's help and never sees the results page") {
    Citizen citizen;
    citizen.opens("/de/");
    CHECK(citizen.types("Was möchten Sie erledigen?", "reisepass"));

    CHECK_MESSAGE(citizen.sees("listbox", "Vorschläge"), citizen.page());
    CHECK(citizen.felt(EffectKind::Announce));
    CHECK(citizen.presses("option", "Reisepass beantragen"));

    CHECK_MESSAGE(citizen.path() == "/de/leistungen/reisepass-beantragen", citizen.page());
  }

  TEST_CASE("someone looks whether the office is open: morning, lunch, evening and Christmas") {
    Citizen citizen;
    const auto reads_at = [&citizen](const Date& date, int hour_utc, int minute, const char* words) {
      citizen.clock.set(testing::instant_in_utc(date, hour_utc, minute));
      citizen.opens("/de/aemter/buergerbuero");
      return citizen.sees("paragraph", words);
    };

    CHECK(reads_at({2026, 11, 24}, 9, 0, "Jetzt geöffnet, bis 12:00 Uhr"));
    CHECK(reads_at({2026, 11, 24}, 11, 30, "Geschlossen, öffnet heute um 13:00 Uhr"));
    CHECK(reads_at({2026, 11, 24}, 15, 0, "Geschlossen, öffnet morgen um 08:00 Uhr"));
    CHECK(reads_at({2026, 11, 26}, 17, 29, "Jetzt geöffnet, bis 18:30 Uhr"));
    CHECK(reads_at({2026, 12, 24}, 9, 0, "Geschlossen, öffnet Montag, 28. Dez. um 08:00 Uhr"));
    CHECK(citizen.reads("Weihnachten"));
  }

  TEST_CASE("switching the language keeps page, place and focus") {
    Citizen citizen;
    citizen.opens("/de/aemter/buergerbuero");
    const std::size_t before = citizen.effects_so_far();

    CHECK(citizen.presses("link", "Türkçe"));

    CHECK(citizen.path() == "/tr/aemter/buergerbuero");
    CHECK(citizen.visit.page().language == "tr");
    CHECK_FALSE(citizen.felt(EffectKind::ScrollToTop, before));
    CHECK_FALSE(citizen.felt(EffectKind::Focus, before));
  }

  TEST_CASE("view settings take effect at once and stay while the visit goes on") {
    Citizen citizen;
    citizen.opens("/de/ansicht");
    CHECK(citizen.chooses("Schriftgröße", "Doppelt (200\u00a0%)"));
    CHECK(citizen.chooses("Kontrast", "Stärkerer Kontrast"));
    CHECK(citizen.felt(EffectKind::SetView));

    CHECK(citizen.presses("link", "Leistungen A bis Z"));
    CHECK(citizen.presses("link", "Ansicht anpassen"));

    const auto& page = citizen.visit.page();
    int checked = 0;
    for (semantics::NodeIndex index = 0; index < page.size(); ++index) {
      const bool is_chosen = page.node(index).has(semantics::State::Checked);
      if (is_chosen && (page.name_of(index) == "Doppelt (200\u00a0%)" || page.name_of(index) == "Stärkerer Kontrast")) ++checked;
    }
    CHECK_MESSAGE(checked == 2, citizen.page());
  }

  TEST_CASE("going back restores the search with its results, and the place on the page") {
    Citizen citizen;
    citizen.opens("/de/");
    CHECK(citizen.types("Was möchten Sie erledigen?", "hund"));
    CHECK(citizen.submits());
    CHECK(citizen.presses("link", "Hund anmelden"));
    const std::size_t before = citizen.effects_so_far();

    citizen.goes_back();

    CHECK(citizen.path() == "/de/suche#q=hund");
    CHECK(citizen.sees("link", "Hund anmelden"));
    CHECK(citizen.felt(EffectKind::RestoreScroll, before));
    citizen.goes_back();
    CHECK(citizen.sees("heading", "Willkommen in Musterstadt"));
  }

  TEST_CASE("the calendar is down, and everything else on the start page works") {
    Citizen citizen;
    citizen.city.files().erase("daten/" + testing::musterstadt().version + "/de/aktuelles.json");

    citizen.opens("/de/");

    CHECK(citizen.reads("Termine sind gerade nicht erreichbar"));
    CHECK(citizen.presses("link", "Hund anmelden"));
    CHECK(citizen.sees("heading", "Das brauchen Sie"));
  }

  TEST_CASE("someone asks with a hostile question and gets it back as text") {
    Citizen citizen;
    citizen.opens("/de/");

    CHECK(citizen.types("Was möchten Sie erledigen?", "<script>alert('hund')</script>"));
    CHECK(citizen.submits());

    CHECK(citizen.sees("heading", "Suche nach „<script>alert('hund')</script>“"));
    CHECK(citizen.path().find('<') == std::string::npos);
  }

  TEST_CASE("what is read aloud is what stands on the page") {
    Citizen citizen;
    citizen.opens("/de/leistungen/hund-anmelden");

    CHECK(citizen.presses("button", "Vorlesen"));

    CHECK(citizen.sees("button", "Vorlesen beenden"));
    bool has_spoken = false;
    for (const portal::Effect& effect : citizen.visit.effects()) {
      if (effect.kind == EffectKind::Speak) has_spoken = effect.text.find("Ausgefülltes Anmeldeformular") != std::string::npos;
    }
    CHECK(has_spoken);
  }
}
