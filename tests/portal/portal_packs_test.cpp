// Pages written in advance, packs that cannot be had, and the change of language.
#include <doctest/doctest.h>

#include <string>

#include "support/recording_front.h"
#include "support/tree_text.h"

using namespace stadttor;
using namespace stadttor::portal;
using namespace stadttor::testing;

namespace {

const char* const kAgain = "Erneut versuchen";

}  // namespace

TEST_SUITE("portal") {
  TEST_CASE("a page written in advance is taken over as it is, then brought up to date") {
    PortalVisit visit;
    visit.begin("/de/aemter/buergerbuero", FirstPage::PreparedInAdvance);

    visit.rest();

    CHECK(visit.front.take_overs == 1);
    const MusterstadtPages pages("de");
    semantics::Tree prepared;
    pages.each([&](const city::Address& address, const PageContent& content) {
      if (address.id == "buergerbuero" && address.page == city::PageKind::Office) pages.prepare(address, content, prepared);
    });
    CHECK(description_of_tree(visit.front.taken_over) == description_of_tree(prepared));
    CHECK(visit.front.shows >= 1);
    CHECK(visit.sees("paragraph", "Jetzt geöffnet, bis 12:00 Uhr"));
  }

  TEST_CASE("a page written in advance is not taken down when its packs cannot be had") {
    for (const int how : {0, 1}) {
      PortalVisit visit;
      if (how == 0) visit.http.set_unreachable(true);
      if (how == 1) visit.lose("de/leistungen/hund-anmelden.json");
      visit.begin("/de/leistungen/hund-anmelden", FirstPage::PreparedInAdvance);

      visit.rest();

      CHECK_MESSAGE(visit.front.take_overs == 0, how);
      CHECK_MESSAGE(visit.front.shows == 0, how);
      CHECK_MESSAGE(visit.engine->has_given_up(), how);
    }
  }

  TEST_CASE("details that cannot be had are named, and trying again brings them") {
    RestedVisit visit("/de/leistungen");
    visit.http.set_unreachable(true);
    visit.press("link", "Hund anmelden");
    visit.rest();
    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));

    visit.press("button", kAgain);
    visit.rest();
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));

    visit.http.set_unreachable(false);
    visit.press("button", kAgain);
    visit.rest();
    CHECK_FALSE(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));
    CHECK(visit.sees("region", "Das brauchen Sie"));
  }

  TEST_CASE("a link to details that are gone is left to the browser, which gets the city's newer packs") {
    RestedVisit visit("/de/leistungen");
    visit.lose("de/leistungen/hund-anmelden.json");

    visit.press("link", "Hund anmelden");
    const auto effects = visit.rest();

    const Effect* left = find_effect(effects, EffectKind::OpenUrl);
    if (!CHECK(left != nullptr)) return;
    CHECK(left->text == "/de/leistungen/hund-anmelden");
    CHECK_FALSE(has_effect(effects, EffectKind::PushUrl));
    CHECK(visit.main_heading() == "Leistungen A bis Z");
  }

  TEST_CASE("a visit that begins on a page whose details are gone shows what there is, and does not load for ever") {
    PortalVisit visit;
    visit.lose("de/leistungen/hund-anmelden.json");
    visit.begin("/de/leistungen/hund-anmelden");

    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Hund anmelden");
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));
    CHECK_FALSE(has_effect(effects, EffectKind::OpenUrl));
  }

  TEST_CASE("broken details break nothing but their own page") {
    RestedVisit visit("/de/leistungen");
    visit.file("de/leistungen/hund-anmelden.json").resize(100);

    visit.press("link", "Hund anmelden");
    visit.rest();
    CHECK(visit.sees("message", "Einzelheiten sind gerade nicht erreichbar"));
    visit.engine->open("/de/leistungen/hund-abmelden");
    visit.rest();

    CHECK(visit.main_heading() == "Hund abmelden");
    CHECK(visit.sees("region", "Das brauchen Sie"));
  }

  TEST_CASE("a calendar that is down is named on the start page, and everything else is there") {
    PortalVisit visit;
    visit.lose("de/aktuelles.json");
    visit.begin("/de/");

    visit.rest();

    CHECK(visit.main_heading() == "Willkommen in Musterstadt");
    CHECK(visit.sees("message", "Termine sind gerade nicht erreichbar"));
    CHECK(visit.sees("region", "Häufig gesucht"));
  }

  TEST_CASE("switching the language keeps the page, its place and the focus") {
    RestedVisit visit("/de/leistungen/hund-anmelden");

    if (!CHECK(visit.press("link", "English"))) return;
    const auto effects = visit.rest();

    CHECK(visit.main_heading() == "Register a dog");
    CHECK(visit.front.shown.language == "en");
    const Effect* pushed = find_effect(effects, EffectKind::PushUrl);
    if (!CHECK(pushed != nullptr)) return;
    CHECK(pushed->text == "/en/leistungen/hund-anmelden");
    CHECK_FALSE(has_effect(effects, EffectKind::ScrollToTop));
    CHECK_FALSE(has_effect(effects, EffectKind::Focus));
  }

  TEST_CASE("the same nodes stand in every language, so that the caret stays") {
    RestedVisit german("/de/leistungen/hund-anmelden");
    RestedVisit english("/en/leistungen/hund-anmelden");
    const auto key_of_search = [](const RestedVisit& visit) {
      for (const auto& node : visit.front.shown.nodes()) {
        if (node.role == semantics::Role::ComboBox) return node.key;
      }
      return semantics::NodeKey{};
    };

    CHECK(key_of_search(german) != semantics::NodeKey{});
    CHECK(key_of_search(german) == key_of_search(english));
    CHECK(main_heading_key(german.front.shown) == main_heading_key(english.front.shown));
  }

  TEST_CASE("a language whose catalogue cannot be had is left to the browser") {
    RestedVisit visit("/de/leistungen");
    visit.lose("tr/start.json");

    visit.press("link", "Türkçe");
    const auto effects = visit.rest();

    const Effect* left = find_effect(effects, EffectKind::OpenUrl);
    if (!CHECK(left != nullptr)) return;
    CHECK(left->text == "/tr/leistungen");
    CHECK(visit.front.shown.language == "de");
  }
}
