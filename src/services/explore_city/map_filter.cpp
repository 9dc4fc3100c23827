#include "services/explore_city/map_filter.h"

#include <algorithm>

namespace stadttor::services::explore_city {

using semantics::Appearance;
using semantics::Page;

namespace {

void show_kinds(const Screen& screen, Page& page, const city::Places& places, MapChoice& choice) {
  auto group = page.group("kinds", screen.text("map.kinds"), {.look = Appearance::Cluster});
  for (const std::string_view kind : city::kPlaceKinds) {
    const auto count = std::count_if(places.places.begin(), places.places.end(), [kind](const city::Place& place) { return place.kind == kind; });
    if (count == 0) continue;
    const std::string label = screen.text("map.kind_with_count", {{"kind", screen.text("place.kinds." + std::string(kind))},
                                                                  {"count", screen.locale.number(static_cast<long>(count))}});
    const auto box = page.checkbox(kind, label, choice.wants(kind));
    if (const std::string* checked = box.checked()) choice.set_wanted(kind, *checked == "1");
  }
}

void show_order(const Screen& screen, Page& page, MapChoice& choice) {
  constexpr std::string_view kDistrict = "district";
  constexpr std::string_view kName = "name";
  constexpr std::string_view kDistance = "distance";
  const auto value = choice.order == PlaceOrder::Distance ? kDistance : choice.order == PlaceOrder::Name ? kName : kDistrict;
  auto select = page.select("order", screen.text("map.order"), value);
  page.option(kDistrict, screen.text("map.order.district"));
  page.option(kName, screen.text("map.order.name"));
  if (choice.has_distances()) page.option(kDistance, screen.text("map.order.distance"));
  const std::string* chosen = select->entered();
  if (chosen == nullptr) return;
  choice.order = *chosen == kName ? PlaceOrder::Name : *chosen == kDistance && choice.has_distances() ? PlaceOrder::Distance : PlaceOrder::District;
}

void show_from(const Screen& screen, Page& page, const city::Places& places, MapChoice& choice) {
  auto select = page.select("from", screen.text("map.from"), choice.from, {.hint = screen.text("map.from.hint")});
  page.option("", screen.text("map.from.nowhere"));
  for (const city::Place& place : places.places) {
    if (place.kind != city::kOfficeKind && place.kind != city::kStopKind) continue;
    const std::string label = place.kind == city::kStopKind ? screen.text("map.from.stop", {{"stop", place.name}}) : place.name;
    page.option(place.id, label, in_language(screen, place.name_language));
  }
  if (const std::string* chosen = select->entered()) choice.set_from(*chosen);
}

}  // namespace

void show_map_filter(const Screen& screen, Page& page, const city::Places& places, MapChoice& choice) {
  auto form = page.form("filter", screen.text("map.filter"), {.look = Appearance::Filter});
  show_kinds(screen, page, places, choice);
  {
    auto row = page.block("row", {.look = Appearance::Cluster});
    show_order(screen, page, choice);
    show_from(screen, page, places, choice);
  }
  if (!choice.kinds.empty() && page.button("all", screen.text("map.show_all"), {.look = Appearance::Tertiary}).pressed()) choice.kinds.clear();
}

}  // namespace stadttor::services::explore_city
