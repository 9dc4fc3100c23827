// A visit as a whole: first page, links, history, addresses, and how it ends.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/recording_front.h"
#include "support/tree_text.h"

using namespace stadttor;
using namespace stadttor::portal;
using namespace stadttor::testing;
using semantics::ActionKind;

TEST_SUITE("portal") {
  TEST_CASE("a visit shows the page of its address") {
    RestedVisit visit("/de/leistungen/hund-anmelden");

    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK(visit.front.shown.title == "Hund anmelden – Musterstadt");
    CHECK(visit.front.shown.language == "de");
    CHECK(visit.engine->is_at_rest());
  }

  TEST_CASE("a first page moves neither history nor focus") {
    PortalVisit visit;
    visit.begin("/de/leistungen");

    CHECK(visit.rest().empty());
  }

  TEST_CASE("nothing is shown while the first page is on its way") {
    PortalVisit visit;
    visit.begin("/de/");

    visit.frame();
    CHECK(visit.front.shows == 0);
    visit.http.poll();
    CHECK(visit.front.wants_frame);
    visit.frame();

    CHECK(visit.front.shows == 1);
  }

  TEST_CASE("a page at rest asks for nothing: no frame, no request, no show") {
    RestedVisit visit("/de/");
    const int shows = visit.front.shows;
    const auto requests = visit.http.requested().size();

    for (int i = 0; i < 3; ++i) visit.frame();

    CHECK_FALSE(visit.front.wants_frame);
    CHECK(visit.front.shows == shows);
    CHECK(visit.http.requested().size() == requests);
    CHECK_FALSE(visit.http.poll());
  }

  TEST_CASE("following a link adds to the history, begins at the top and puts the focus on the heading") {
    RestedVisit visit("/de/leistungen");

    if (!CHECK(visit.press("link", "Hund anmelden"))) return;
    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Hund anmelden");
    const Effect* pushed = find_effect(effects, EffectKind::PushUrl);
    const Effect* focused = find_effect(effects, EffectKind::Focus);
    if (!CHECK((pushed != nullptr && focused != nullptr))) return;
    CHECK(pushed->text == "/de/leistungen/hund-anmelden");
    CHECK(focused->key == main_heading_key(visit.front.shown));
    CHECK(has_effect(effects, EffectKind::ScrollToTop));
    CHECK_FALSE(has_effect(effects, EffectKind::RestoreScroll));
  }

  TEST_CASE("until the next page is there the old one stays and says that it waits") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");

    visit.frame();
    CHECK(visit.main_heading() == "Leistungen A bis Z");
    CHECK(visit.sees("status", "Seite wird geladen …"));
    visit.rest();

    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK_FALSE(visit.sees("status", "Seite wird geladen …"));
  }

  TEST_CASE("of two links pressed at once the last one leads") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");
    visit.press("link", "Hund abmelden");

    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Hund abmelden");
    CHECK(std::count_if(effects.begin(), effects.end(), [](const Effect& effect) { return effect.kind == EffectKind::PushUrl; }) == 1);
  }

  TEST_CASE("a second press while a page loads changes the journey") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");
    visit.frame();
    visit.press("link", "Hund abmelden");

    visit.rest();

    CHECK(visit.main_heading() == "Hund abmelden");
  }

  TEST_CASE("going back restores the place on the page and leaves the history alone") {
    RestedVisit visit("/de/leistungen");
    visit.press("link", "Hund anmelden");
    visit.rest();

    visit.engine->open_from_history("/de/leistungen");
    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Leistungen A bis Z");
    CHECK(has_effect(effects, EffectKind::RestoreScroll));
    CHECK_FALSE(has_effect(effects, EffectKind::PushUrl));
    CHECK_FALSE(has_effect(effects, EffectKind::ScrollToTop));
  }

  TEST_CASE("packs are asked for once") {
    RestedVisit visit("/de/leistungen/hund-anmelden");
    const auto requests = visit.http.requested().size();

    visit.engine->open("/de/leistungen");
    visit.rest();
    visit.engine->open("/de/leistungen/hund-anmelden");
    visit.rest();

    CHECK(visit.http.requested().size() == requests);
  }

  TEST_CASE("an address with an anchor leads to that part of the page") {
    RestedVisit visit("/de/leistungen");

    visit.engine->open("/de/leistungen/hund-anmelden#kosten");
    const auto effects = visit.rest();

    const Effect* scrolled = find_effect(effects, EffectKind::ScrollTo);
    if (!CHECK(scrolled != nullptr)) return;
    CHECK(scrolled->text == "kosten");
    CHECK_FALSE(has_effect(effects, EffectKind::ScrollToTop));
  }

  TEST_CASE("a link within the page is the browser's own business") {
    RestedVisit visit("/de/leistungen");

    if (!CHECK(visit.press("link", "Zum Inhalt springen"))) return;

    CHECK_FALSE(has_effect(visit.rest(), EffectKind::PushUrl));
    CHECK(visit.main_heading() == "Leistungen A bis Z");
  }

  TEST_CASE("an address that names nothing shows a page that helps") {
    for (const auto* url : {"/de/leistungen/gibt-es-nicht", "/de/unsinn", "/de/aemter/x", "/de/seiten/x", "/de/lebenslagen/x", "/de/aktuelles/x"}) {
      RestedVisit visit(url);

      CHECK_MESSAGE(visit.main_heading() == "Diese Seite gibt es nicht", url);
      CHECK(visit.sees("link", "Leistungen A bis Z"));
    }
  }

  TEST_CASE("an id from an address never asks for a file outside its folder") {
    RestedVisit visit("/de/leistungen/..%2F..%2F..%2Fportal");

    CHECK(visit.main_heading() == "Diese Seite gibt es nicht");
    for (const std::string& url : visit.http.requested()) {
      CHECK_MESSAGE(url.find("..") == std::string::npos, url);
    }
  }

  TEST_CASE("an id with characters of addresses is percent-encoded when asked for") {
    RestedVisit visit("/de/leistungen/a%3Fb%23c%20d");

    for (const std::string& url : visit.http.requested()) {
      CHECK_MESSAGE(url.find_first_of("?# ") == std::string::npos, url);
    }
  }

  TEST_CASE("without the city's catalogue a visit gives up and says why") {
    PortalVisit visit;
    visit.lose("de/start.json");
    visit.begin("/de/");

    visit.rest();

    CHECK(visit.front.shows == 0);
    CHECK(visit.engine->has_given_up());
    CHECK_FALSE(visit.front.gave_up_because.empty());
  }

  TEST_CASE("a truncated, a broken and an unreachable catalogue are no catalogue either") {
    for (const int how : {0, 1, 2, 3}) {
      PortalVisit visit;
      if (how == 0) visit.file("de/start.json").resize(5000);
      if (how == 1) visit.file("de/start.json")[200] = '\xff';
      if (how == 2) visit.http.set_unreachable(true);
      if (how == 3) visit.file("de/start.json") = "<!doctype html>";
      visit.begin("/de/");

      visit.rest();

      CHECK_MESSAGE(visit.front.shows == 0, how);
      CHECK_MESSAGE(visit.engine->has_given_up(), how);
    }
  }

  TEST_CASE("an action on something that is not there any more does nothing") {
    RestedVisit visit("/de/");

    visit.engine->act({ActionKind::Press, semantics::NodeKey{42}, {}});
    const auto effects = visit.rest();

    CHECK(effects.empty());
    CHECK(visit.main_heading() == "Willkommen in Musterstadt");
  }

  TEST_CASE("a visit that ends while packs are on their way is silent") {
    PortalVisit visit;
    visit.begin("/de/");
    visit.frame();
    visit.front.wants_frame = false;

    visit.engine.reset();
    visit.http.poll();

    CHECK_FALSE(visit.front.wants_frame);
    CHECK(visit.front.shows == 0);
  }

  TEST_CASE("showing anew shows the same page again") {
    RestedVisit visit("/de/");
    const int shows = visit.front.shows;

    visit.engine->show_anew();
    visit.rest();

    CHECK(visit.front.shows > shows);
    CHECK(visit.main_heading() == "Willkommen in Musterstadt");
  }

  TEST_CASE("an office's hours follow the city's clock, summer time included") {
    PortalVisit visit;
    visit.clock.set(instant_in_utc({2026, 7, 14}, 5, 59));  // 07:59 in Berlin
    visit.begin("/de/aemter/buergerbuero");
    visit.rest();
    CHECK(visit.sees("paragraph", "Geschlossen, öffnet heute um 08:00 Uhr"));

    visit.clock.set(instant_in_utc({2026, 7, 14}, 6, 0));
    visit.engine->show_anew();
    visit.rest();
    CHECK(visit.sees("paragraph", "Jetzt geöffnet, bis 12:00 Uhr"));
  }
}
