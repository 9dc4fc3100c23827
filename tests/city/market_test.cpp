#include "city/market.h"

#include <doctest/doctest.h>

using namespace stadttor;
using namespace stadttor::city;

TEST_SUITE("city") {
  TEST_CASE("a market is read with its days, its plan and its stalls") {
    const auto read = read_market(R"({"sites":[{"id":"platz","name":"Platz","address":"Platz 1"}],
      "hours":[{"day":2,"from":"07:00","to":"13:00","site":"platz"},{"day":5,"from":"07:00","to":"14:00","site":"platz"}],
      "plan":{"site":"platz","background":"plan/wochenmarkt.json","width":900,"height":500},
      "stalls":[{"id":"fisch","number":"3","name":"Fisch","goods":["fish","gold"],"days":[2,5],"shape":"0,0 9,0 9,9","cards":true}]})", "x");
    if (!CHECK((read.ok() && read.value().stalls.size() == 1))) return;
    const Market& market = read.value();

    CHECK(market.has_plan());
    CHECK(market.plan.height == 500);
    if (!CHECK(market.find_stall("fisch") != nullptr)) return;
    const Stall& stall = *market.find_stall("fisch");
    CHECK(stall.goods.size() == 1);
    CHECK(stall.sells("fish"));
    CHECK(stall.comes_on(Weekday::Saturday));
    CHECK_FALSE(stall.comes_on(Weekday::Friday));
    CHECK(stall.takes_cards);
    CHECK_FALSE(stall.is_organic);
    CHECK(market.weekly_hours().days[2].size() == 1);
    CHECK(market.weekly_hours().days[0].empty());
    CHECK(market.find_site("hafen") == nullptr);
  }

  TEST_CASE("a market may have no plan; days beyond the week end up in it") {
    const auto read = read_market(R"({"stalls":[{"id":"a","number":"1","name":"A","days":[9,-1]}]})", "x");
    if (!CHECK(read.ok())) return;
    CHECK_FALSE(read.value().has_plan());
    CHECK(read.value().stalls[0].comes_on(Weekday::Sunday));
  }

  TEST_CASE("a day without its times is an error") {
    CHECK_FALSE(read_market(R"({"hours":[{"day":2,"from":"07:00","site":"platz"}]})", "x").ok());
    CHECK_FALSE(read_market(R"({"plan":{"site":"platz"}})", "x").ok());
  }
}
