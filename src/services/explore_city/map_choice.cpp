#include "services/explore_city/map_choice.h"

#include <algorithm>

namespace stadttor::services::explore_city {

bool MapChoice::wants(std::string_view kind) const { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

void MapChoice::set_wanted(std::string_view kind, bool is_wanted) {
  if (wants(kind) == is_wanted) return;
  if (is_wanted) {
    kinds.emplace_back(kind);
  } else {
    kinds.erase(std::remove(kinds.begin(), kinds.end(), kind), kinds.end());
  }
}

void MapChoice::set_from(std::string id) {
  from = std::move(id);
  here.reset();
  if (from.empty() && order == PlaceOrder::Distance) order = PlaceOrder::District;
  if (!from.empty()) order = PlaceOrder::Distance;
}

void MapChoice::set_here(city::Position position) {
  from.clear();
  here = position;
  order = PlaceOrder::Distance;
}

std::vector<ChosenPlace> chosen_places(const city::Places& places, const MapChoice& choice) {
  const city::Place* place_from = choice.from.empty() ? nullptr : places.find(choice.from);
  const city::Position* from = choice.here ? &*choice.here : place_from == nullptr ? nullptr : &place_from->position;
  std::vector<ChosenPlace> chosen;
  for (const city::Place& place : places.places) {
    if (!choice.kinds.empty() && !choice.wants(place.kind)) continue;
    chosen.push_back({&place, from == nullptr ? 0 : city::metres_between(*from, place.position)});
  }
  // By name they come already.
  if (choice.order == PlaceOrder::Name) return chosen;
  const bool is_by_distance = choice.order == PlaceOrder::Distance;
  std::stable_sort(chosen.begin(), chosen.end(), [is_by_distance](const ChosenPlace& a, const ChosenPlace& b) {
    return is_by_distance ? a.metres < b.metres : a.place->district < b.place->district;
  });
  return chosen;
}

}  // namespace stadttor::services::explore_city
