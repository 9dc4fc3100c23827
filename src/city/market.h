// The weekly market: where and when, and its stalls on the plan of the market square. Read when the market is opened.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "city/opening_hours.h"
#include "city/text_blocks.h"
#include "foundation/json_reader.h"

namespace stadttor::city {

// What stalls sell, in the order in which it is offered. Texts: "market.goods.<goods>".
inline constexpr std::array<std::string_view, 11> kGoods = {"fruit",  "bread",    "cheese", "meat",  "fish", "eggs",
                                                            "flowers", "honey", "spices", "snacks", "crafts"};

struct MarketSite {
  std::string id;
  std::string name;
  std::string name_language;  // empty: the interface's
  std::string address_line;
};

struct MarketDay {
  Weekday day = Weekday::Monday;
  OpenSpan span;
  std::string site;
};

struct Stall {
  std::string id;
  std::string number;  // as on the sign: "12"
  std::string name;
  std::string name_language;
  std::string language;  // of the texts
  std::string offer;     // in a sentence
  TextBlocks about;
  std::vector<std::string> goods;
  std::vector<Weekday> days;
  std::string shape;  // corners on the plan, "x,y x,y ..."; empty: it never stands there
  bool is_organic = false;
  bool takes_cards = false;

  bool comes_on(Weekday day) const;
  bool sells(std::string_view goods_id) const;
};

// Whole units; the stalls' corners lie within.
struct MarketPlan {
  std::string site;
  std::string background;  // file below the data path
  int width = 0;
  int height = 0;
};

struct Market {
  std::string language;  // of the description
  TextBlocks description;
  std::vector<MarketSite> sites;
  std::vector<MarketDay> days;  // in the order of the week
  MarketPlan plan;              // width 0: there is none
  std::vector<Stall> stalls;    // by number

  const Stall* find_stall(std::string_view id) const;
  const MarketSite* find_site(std::string_view id) const;
  const MarketDay* find_day(Weekday day) const;
  bool has_plan() const { return plan.width > 0; }
  WeeklyHours weekly_hours() const;
};

bool is_goods(std::string_view id);

Result<Market> read_market(std::string_view json, std::string where);

}  // namespace stadttor::city
