#include <doctest/doctest.h>

#include <set>
#include <string>

#include "services/visit_office/office_pages.h"
#include "services/visit_office/open_state.h"
#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::visit_office;
using namespace stadttor::testing;
using semantics::Appearance;
using semantics::Page;
using semantics::Property;

namespace {

std::string words_at(const SmallCity& city) { return open_state_words(city.screen(), city.catalogue.offices[0].weekly, city.catalogue.offices[0].exceptions).text; }

LocalTime on(int day, int hour, int minute = 0) { return {{2026, 11, day}, {hour * 60 + minute}}; }

}  // namespace

TEST_SUITE("services/visit_office") {
  TEST_CASE("an office says in words whether it is open") {
    SmallCity city;  // Monday to Friday, 8 to 12; 24 November is a Tuesday

    city.now = on(24, 10);
    CHECK(words_at(city) == "Jetzt geöffnet, bis 12:00 Uhr");
    city.now = on(24, 7);
    CHECK(words_at(city) == "Geschlossen, öffnet heute um 08:00 Uhr");
    city.now = on(24, 12);
    CHECK(words_at(city) == "Geschlossen, öffnet morgen um 08:00 Uhr");
    city.now = on(27, 13);
    CHECK(words_at(city) == "Geschlossen, öffnet Montag, 30. Nov. um 08:00 Uhr");
  }

  TEST_CASE("hours with appointment only are said to be so") {
    SmallCity city;
    city.catalogue.offices[0].weekly.days[1][0].appointment_only = true;

    CHECK(words_at(city) == "Jetzt geöffnet mit Termin, bis 12:00 Uhr");
  }

  TEST_CASE("an office without hours asks to be called, and without a clock nothing is claimed") {
    SmallCity city;
    city.catalogue.offices[0].weekly = {};
    CHECK(words_at(city) == "Öffnungszeiten bitte erfragen");

    city.now.reset();
    CHECK(words_at(city).empty());
    const auto tree = city.page([&](const Screen& screen, Page& page) { show_open_state(screen, page, city.catalogue.offices[0].weekly); });
    CHECK(has_node(tree, "paragraph", "Öffnungszeiten siehe Amt"));
  }

  TEST_CASE("an office shows its week, how to reach it and what its building offers") {
    const SmallCity city;
    const auto tree = city.page([&](const Screen& screen, Page& page) { show_office(screen, page, city.catalogue.offices[0], nullptr); });

    CHECK(has_node(tree, "heading", "Steueramt"));
    CHECK(has_node(tree, "table", "Öffnungszeiten"));
    CHECK(has_node(tree, "rowheader", "Montag"));
    CHECK(has_node(tree, "cell", "08:00 bis 12:00 Uhr"));
    CHECK(has_node(tree, "cell", "geschlossen"));
    CHECK(has_node(tree, "listitem", "Aufzug"));
    CHECK(has_text(tree, "Marktplatz 2, Altes Rathaus, 12344 Musterstadt"));
    const auto phone = find_node(tree, "link", "0123 456");
    if (!CHECK(phone != semantics::kNoNode)) return;
    CHECK(tree.property_of(tree.node(phone), Property::Href) == "tel:0123456");
    CHECK(tree.property_of(tree.node(phone), Property::Direction) == "ltr");
  }

  TEST_CASE("an office at which appointments can be booked leads there, and no other one does") {
    SmallCity city;
    const auto leads_there = [&city] {
      const auto tree = city.page([&](const Screen& screen, Page& page) { show_office(screen, page, city.catalogue.offices[0], nullptr); });
      return has_node(tree, "link", "Termin buchen");
    };
    CHECK_FALSE(leads_there());
    city.catalogue.appointments = city::AppointmentWay{"/api/citizen"};
    CHECK_FALSE(leads_there());
    city.catalogue.offices[0].zms = 1101;
    CHECK(leads_there());
  }

  TEST_CASE("other hours are shown until their last day is over") {
    SmallCity city;
    city.catalogue.offices[0].exceptions = {{{2026, 11, 1}, {2026, 11, 23}, {}, "vorbei"}, {{2026, 12, 24}, {2026, 12, 26}, {}, "Weihnachten"}};
    const auto show = [&](const Screen& screen, Page& page) { show_office(screen, page, city.catalogue.offices[0], nullptr); };

    const auto tree = city.page(show);
    CHECK(has_text(tree, "Weihnachten"));
    CHECK_FALSE(has_text(tree, "vorbei"));
    CHECK(has_text(tree, "Donnerstag, 24. Dezember 2026 – Samstag, 26. Dezember 2026: geschlossen (Weihnachten)"));

    city.now.reset();
    CHECK(has_text(city.page(show), "vorbei"));
  }

  TEST_CASE("two exceptions that begin on one day are both shown, each with a key of its own") {
    SmallCity city;
    city.catalogue.offices[0].exceptions = {{{2026, 12, 24}, {2026, 12, 26}, {}, "Weihnachten"}, {{2026, 12, 24}, {2026, 12, 24}, {}, "Umbau"}};
    const auto tree = city.page([&](const Screen& screen, Page& page) { show_office(screen, page, city.catalogue.offices[0], nullptr); });

    std::set<semantics::NodeKey> keys;
    for (const auto& node : tree.nodes()) keys.insert(node.key);
    CHECK(keys.size() == tree.size());
    CHECK(has_text(tree, "Umbau"));
  }

  TEST_CASE("the list of offices leads to each of them") {
    const auto tree = SmallCity().page([](const Screen& screen, Page& page) { show_office_list(screen, page); });
    const auto link = find_node(tree, "link", "Zum Amt: Steueramt");

    if (!CHECK(link != semantics::kNoNode)) return;
    CHECK(tree.property_of(tree.node(link), Property::Href) == "/de/aemter/steueramt");
    CHECK(has_node(tree, "paragraph", "Jetzt geöffnet, bis 12:00 Uhr"));
  }
}
