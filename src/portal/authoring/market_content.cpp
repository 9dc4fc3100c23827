// The weekly market, from market/market.json and the plan it names.
#include <algorithm>
#include <set>

#include "portal/authoring/content_reading.h"
#include "portal/authoring/office_content.h"
#include "portal/authoring/plan_shapes.h"

namespace stadttor::portal::authoring {

namespace {

StallText read_stall_text(const Json& place) { return {text_of(place, "offer"), text_of(place, "about")}; }

std::vector<city::MarketSite> sites_of(const Json& market) {
  std::vector<city::MarketSite> sites;
  for (const Json& place : list_of(member_of(market, "sites"))) {
    const city::MarketSite site{text_of(place, "id"), text_of(place, "name"), {}, text_of(place, "address")};
    if (is_pack_id(site.id) && !site.name.empty() && ids_of(sites).count(site.id) == 0) sites.push_back(site);
  }
  return sites;
}

std::vector<city::MarketDay> days_of(const Json& market, const std::set<std::string>& sites) {
  std::vector<city::MarketDay> days;
  for (const Json& place : list_of(member_of(market, "hours"))) {
    const auto day = find_weekday(text_of(place, "day"));
    const auto span = find_open_span(place);
    const std::string site = text_of(place, "site");
    if (day && span && sites.count(site) > 0) days.push_back({*day, *span, site});
  }
  std::stable_sort(days.begin(), days.end(), [](const city::MarketDay& a, const city::MarketDay& b) { return a.day < b.day; });
  return days;
}

std::string shape_of(const Json& entry, const std::optional<PlanSize>& plan) {
  constexpr std::size_t kFewestCorners = 3;
  const std::vector<PlanPoint> corners = plan_points_of(member_of(entry, "shape"));
  if (!plan || corners.size() < kFewestCorners) return {};
  const bool lies_within = std::all_of(corners.begin(), corners.end(), [&plan](PlanPoint corner) { return plan->holds(corner); });
  return lies_within ? shape_text_from(corners) : std::string();
}

std::optional<StallContent> find_stall(const Json& entry, const std::vector<city::MarketDay>& market_days,
                                       const std::optional<PlanSize>& plan) {
  StallContent stall;
  stall.facts.id = text_of(entry, "id");
  stall.facts.number = text_of(entry, "number");
  stall.facts.name = text_of(entry, "name");
  stall.texts = translations_of(entry, &StallText::offer, read_stall_text);
  for (const std::string& goods : texts_of(entry, "goods")) {
    if (city::is_goods(goods)) stall.facts.goods.push_back(goods);
  }
  for (const city::MarketDay& market_day : market_days) {
    for (const std::string& name : texts_of(entry, "days")) {
      if (find_weekday(name) == market_day.day && !stall.facts.comes_on(market_day.day)) stall.facts.days.push_back(market_day.day);
    }
  }
  stall.facts.shape = shape_of(entry, plan);
  stall.facts.is_organic = flag_of(entry, "organic");
  stall.facts.takes_cards = flag_of(entry, "cards");
  const bool can_be_shown = is_pack_id(stall.facts.id) && !stall.facts.name.empty() && !stall.facts.number.empty() &&
                            !stall.facts.days.empty() && has_german(stall.texts);
  if (!can_be_shown) return {};
  return stall;
}

bool has_smaller_number(const StallContent& a, const StallContent& b) {
  // "9" stands before "12".
  if (a.facts.number.size() != b.facts.number.size()) return a.facts.number.size() < b.facts.number.size();
  return a.facts.number < b.facts.number;
}

}  // namespace

MarketContent market_from_source(const PackSource& source) {
  const Json& file = source.market.content;
  MarketContent market;
  for (const auto& member : object_of(member_of(file, "texts")).items()) {
    market.descriptions.emplace(member.key(), text_of(member.value(), "description"));
  }
  market.descriptions.emplace(kFallbackLanguage, "");
  market.sites = sites_of(file);
  market.days = days_of(file, ids_of(market.sites));
  market.plan.site = text_of(member_of(file, "plan"), "site");
  const auto size = find_plan_size(source.market_plan.content);
  if (size && ids_of(market.sites).count(market.plan.site) > 0) {
    market.plan_background = plan_background_from(source.market_plan.content);
    market.plan.width = size->width;
    market.plan.height = size->height;
  }
  std::set<std::string> known;
  for (const Json& entry : list_of(member_of(file, "stalls"))) {
    auto stall = find_stall(entry, market.days, market.plan.width > 0 ? size : std::nullopt);
    if (stall && known.insert(stall->facts.id).second) market.stalls.push_back(*std::move(stall));
  }
  std::stable_sort(market.stalls.begin(), market.stalls.end(), has_smaller_number);
  return market;
}

}  // namespace stadttor::portal::authoring
