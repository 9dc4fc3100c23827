#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "services/see_whats_on/whats_on_pages.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::see_whats_on;
using namespace stadttor::testing;
using semantics::Page;
using semantics::Property;

namespace {

city::Event event(std::string id, std::string title, Date date) {
  city::Event one;
  one.id = std::move(id);
  one.title = std::move(title);
  one.date = date;
  one.from = "16:00";
  one.to = "20:00";
  one.place = "Marktplatz";
  return one;
}

city::WhatsOn november() {
  city::WhatsOn whats_on;
  whats_on.events = {event("gestern", "Gestern", {2026, 11, 23}), event("heute", "Heute", {2026, 11, 24}), event("markt", "Weihnachtsmarkt", {2026, 11, 26})};
  whats_on.notices = {{"winter", "Winterdienst", "Es wird gestreut", "", {2026, 11, 1}}};
  return whats_on;
}

}  // namespace

TEST_SUITE("services/see_whats_on") {
  TEST_CASE("what is over is not on any more, what is on today still is") {
    const auto whats_on = november();
    const auto tree = SmallCity().page([&](const Screen& screen, Page& page) { show_whats_on(screen, page, &whats_on); });

    CHECK_FALSE(has_node(tree, "link", "Gestern"));
    CHECK(has_node(tree, "link", "Heute"));
    CHECK(has_node(tree, "link", "Weihnachtsmarkt"));
    CHECK(has_node(tree, "heading", "Winterdienst"));
    CHECK(has_text(tree, "Donnerstag, 26. November 2026, 16:00 bis 20:00 Uhr"));
  }

  TEST_CASE("without a clock everything is shown") {
    SmallCity city;
    city.now.reset();
    const auto whats_on = november();

    CHECK(has_node(city.page([&](const Screen& screen, Page& page) { show_whats_on(screen, page, &whats_on); }), "link", "Gestern"));
  }

  TEST_CASE("the start page shows the next events up to its limit") {
    const auto whats_on = november();
    const auto tree = SmallCity().page([&](const Screen& screen, Page& page) { show_next_events(screen, page, &whats_on, 1); });

    CHECK(has_node(tree, "link", "Heute"));
    CHECK_FALSE(has_node(tree, "link", "Weihnachtsmarkt"));
    CHECK(has_node(tree, "link", "Alle Termine und Meldungen"));
  }

  TEST_CASE("a calendar that does not answer is named and may be asked again") {
    const SmallCity city;
    bool try_again = false;
    const auto show = [&](const Screen& screen, Page& page) { try_again = show_whats_on(screen, page, nullptr); };
    const auto tree = city.page(show);

    CHECK(has_node(tree, "message", "Termine sind gerade nicht erreichbar"));
    CHECK_FALSE(try_again);
    city.page(show, press_on(tree, "button", "Erneut versuchen"));
    CHECK(try_again);
  }

  TEST_CASE("an event in another language marks all that is in it, its place too") {
    const SmallCity city("en");
    auto market = event("markt", "Weihnachtsmarkt", {2026, 11, 26});
    market.language = "de";
    const auto tree = city.page([&](const Screen& screen, Page& page) { show_event(screen, page, market); });
    const auto place = find_node(tree, "definition", "Marktplatz");

    CHECK(tree.property_of(tree.node(find_node(tree, "heading", "Weihnachtsmarkt")), Property::Language) == "de");
    if (!CHECK(place != semantics::kNoNode)) return;
    CHECK(tree.property_of(tree.node(place), Property::Language) == "de");
  }
}
