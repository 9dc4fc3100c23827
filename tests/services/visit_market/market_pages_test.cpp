#include "services/visit_market/market_pages.h"

#include <doctest/doctest.h>

#include <string>

#include "support/small_city.h"

using namespace stadttor;
using namespace stadttor::services;
using namespace stadttor::services::visit_market;
using namespace stadttor::testing;
using semantics::ActionKind;
using semantics::Page;
using semantics::Property;

namespace {

city::Stall stall(std::string id, std::string name, std::vector<std::string> goods, std::vector<Weekday> days, std::string shape) {
  city::Stall one;
  one.number = id;
  one.id = std::move(id);
  one.name = std::move(name);
  one.goods = std::move(goods);
  one.days = std::move(days);
  one.shape = std::move(shape);
  one.offer = "Frisches";
  return one;
}

city::Market two_sites() {
  city::Market market;
  market.sites = {{"platz", "Platz", "", "Platz 1"}, {"park", "Park", "", "Park 1"}};
  market.days = {{Weekday::Wednesday, {{420}, {780}, false}, "platz"}, {Weekday::Friday, {{720}, {1080}, false}, "park"}};
  market.plan = {"platz", "plan/wochenmarkt.json", 900, 500};
  market.stalls = {stall("1", "Fisch", {"fish", "snacks"}, {Weekday::Wednesday, Weekday::Friday}, "0,0 9,0 9,9"),
                   stall("2", "Brot", {"bread"}, {Weekday::Wednesday}, "20,0 29,0 29,9"),
                   stall("3", "Pizza", {"snacks"}, {Weekday::Friday}, "")};
  return market;
}

struct MarketPage {
  city::Market market = two_sites();
  SmallCity city;
  MarketChoice choice;
  semantics::Tree tree;

  MarketPage() {
    city.data_path = "/daten/1/";
    show();
  }
  void show(const semantics::ActionQueue& actions = {}) {
    const auto build = [&](const Screen& screen, Page& page) { show_market(screen, page, &market, choice); };
    tree = city.page(build, actions);
    if (!actions.empty()) tree = city.page(build);
  }
  void choose(std::string_view role, std::string_view name, std::string value) {
    const auto index = find_node(tree, role, name);
    if (!CHECK(index != semantics::kNoNode)) return;
    show({{ActionKind::Choose, tree.node(index).key, std::move(value)}});
  }
};

}  // namespace

TEST_SUITE("services/visit_market") {
  TEST_CASE("the plan's alternative lists every stall, each with what it covers and what it sells") {
    const MarketPage page;
    const auto scene = find_node(page.tree, "scene", "Plan der Stände: Platz");
    if (!CHECK(scene != semantics::kNoNode)) return;

    CHECK(page.tree.property_of(page.tree.node(scene), Property::Source) == "/daten/1/plan/wochenmarkt.json");
    CHECK(page.tree.property_of(page.tree.node(scene), Property::Extent) == "0,0,900,500");
    const auto& link = page.tree.node(find_node(page.tree, "link", "Fisch"));
    CHECK(page.tree.property_of(link, Property::Shape) == "0,0 9,0 9,9");
    CHECK(page.tree.property_of(link, Property::Abbreviation) == "1");
    CHECK(page.tree.property_of(link, Property::Href) == "/de/wochenmarkt/1");
    CHECK(has_node(page.tree, "paragraph", "Fisch, Imbiss und Kaffee"));
    CHECK(has_node(page.tree, "paragraph", "Kommt am: Mittwoch, Freitag"));
    CHECK(has_node(page.tree, "status", "3 Stände"));
  }

  TEST_CASE("it is said when the next market is") {
    CHECK(has_text(MarketPage().tree, "Geschlossen, öffnet morgen um 07:00 Uhr"));
  }

  TEST_CASE("stalls are chosen by day and by what they sell") {
    MarketPage page;

    page.choose("select", "Angebot", "snacks");
    CHECK(has_node(page.tree, "status", "2 Stände"));
    CHECK_FALSE(has_node(page.tree, "link", "Brot"));
    page.choose("radiogroup", "Markttag", "day2");
    CHECK(has_node(page.tree, "status", "1 Stand"));
    page.choose("radiogroup", "Markttag", "all");
    page.choose("select", "Angebot", "");
    CHECK(has_node(page.tree, "status", "3 Stände"));
  }

  TEST_CASE("on a day of another site the list stands alone, because the plan would show what is not there") {
    MarketPage page;

    page.choose("radiogroup", "Markttag", "day4");

    CHECK(has_node(page.tree, "link", "Pizza"));
    CHECK_FALSE(has_node(page.tree, "scene", "Plan der Stände: Platz"));
  }

  TEST_CASE("where nothing fits, that is said and nothing is drawn") {
    MarketPage page;
    page.choose("radiogroup", "Markttag", "day4");
    page.choose("select", "Angebot", "bread");

    CHECK(has_node(page.tree, "status", "0 Stände"));
  }

  TEST_CASE("a stall's page says when it comes where, and shows it on the plan") {
    const auto market = two_sites();
    const auto tree = SmallCity().page([&](const Screen& screen, Page& page) { show_stall(screen, page, market, market.stalls[0]); });

    CHECK(has_node(tree, "definition", "Mittwoch, 07:00 bis 13:00 Uhr, Platz"));
    CHECK(has_node(tree, "definition", "Freitag, 12:00 bis 18:00 Uhr, Park"));
    CHECK(has_node(tree, "definition", "Nur bar"));
    const auto where = find_node(tree, "paragraph", "Stand 1: Platz");
    if (!CHECK(where != semantics::kNoNode)) return;
    CHECK(tree.property_of(tree.node(where), Property::Shape) == "0,0 9,0 9,9");
  }

  TEST_CASE("a stall that never stands on the plan's site has no plan") {
    const auto market = two_sites();
    const auto tree = SmallCity().page([&](const Screen& screen, Page& page) { show_stall(screen, page, market, market.stalls[2]); });

    CHECK_FALSE(has_node(tree, "scene", "Plan der Stände: Platz"));
    CHECK(has_node(tree, "link", "Alle Stände des Marktes"));
  }

  TEST_CASE("a market that cannot be had is named and may be asked for again") {
    const SmallCity city;
    MarketChoice choice;
    bool try_again = false;
    const auto show = [&](const Screen& screen, Page& page) { try_again = show_market(screen, page, nullptr, choice); };
    const auto tree = city.page(show);

    city.page(show, press_on(tree, "button", "Erneut versuchen"));
    CHECK(try_again);
  }
}
