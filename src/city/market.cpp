#include "city/market.h"

#include <algorithm>

#include "city/hours_reading.h"

namespace stadttor::city {

namespace {

template <class Entry>
const Entry* find_by_id(const std::vector<Entry>& entries, std::string_view id) {
  const auto found = std::find_if(entries.begin(), entries.end(), [id](const Entry& entry) { return entry.id == id; });
  return found == entries.end() ? nullptr : &*found;
}

Weekday weekday_from(double number) {
  return static_cast<Weekday>(std::clamp(static_cast<int>(number), 0, static_cast<int>(Weekday::Sunday)));
}

Stall read_stall(JsonReader place) {
  Stall stall;
  stall.id = place.required_text("id");
  stall.number = place.required_text("number");
  stall.name = place.required_text("name");
  stall.name_language = place.optional_text("name_lang");
  stall.language = place.optional_text("lang");
  stall.offer = place.optional_text("offer");
  stall.about = read_text_blocks(place.member("about"));
  for (std::string& goods : place.texts("goods")) {
    if (is_goods(goods)) stall.goods.push_back(std::move(goods));
  }
  place.each("days", [&stall](JsonReader day) { stall.days.push_back(weekday_from(day.as_number())); });
  stall.shape = place.optional_text("shape");
  stall.is_organic = place.flag_or("organic", false);
  stall.takes_cards = place.flag_or("cards", false);
  return stall;
}

}  // namespace

bool Stall::comes_on(Weekday day) const { return std::find(days.begin(), days.end(), day) != days.end(); }

bool Stall::sells(std::string_view goods_id) const { return std::find(goods.begin(), goods.end(), goods_id) != goods.end(); }

const Stall* Market::find_stall(std::string_view id) const { return find_by_id(stalls, id); }

const MarketSite* Market::find_site(std::string_view id) const { return find_by_id(sites, id); }

const MarketDay* Market::find_day(Weekday day) const {
  const auto found = std::find_if(days.begin(), days.end(), [day](const MarketDay& entry) { return entry.day == day; });
  return found == days.end() ? nullptr : &*found;
}

WeeklyHours Market::weekly_hours() const {
  WeeklyHours weekly;
  for (const MarketDay& day : days) weekly.days[static_cast<std::size_t>(day.day)].push_back(day.span);
  return weekly;
}

bool is_goods(std::string_view id) { return std::find(kGoods.begin(), kGoods.end(), id) != kGoods.end(); }

Result<Market> read_market(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  Market market;
  market.language = root.optional_text("lang");
  market.description = read_text_blocks(root.member("description"));
  root.each("sites", [&market](JsonReader site) {
    market.sites.push_back({site.required_text("id"), site.required_text("name"), site.optional_text("lang"), site.optional_text("address")});
  });
  root.each("hours", [&market](JsonReader hours) {
    market.days.push_back({weekday_from(hours.required_number("day")), read_open_span(hours), hours.required_text("site")});
  });
  if (root.has("plan")) {
    JsonReader plan = root.member("plan");
    market.plan = {plan.required_text("site"), plan.required_text("background"), static_cast<int>(plan.required_number("width")),
                   static_cast<int>(plan.required_number("height"))};
  }
  root.each("stalls", [&market](JsonReader stall) { market.stalls.push_back(read_stall(stall)); });
  TRY(document.finish());
  return market;
}

}  // namespace stadttor::city
