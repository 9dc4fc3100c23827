// Which places the citizen wants to see on the city's map, in which order, and from where distances count. Kept for the visit
// only; where the citizen is, is known only after the citizen has asked for it, and never leaves the device.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "city/places.h"

namespace stadttor::services::explore_city {

enum class PlaceOrder : unsigned char { District, Name, Distance };

struct MapChoice {
  std::vector<std::string> kinds;      // none: all
  PlaceOrder order = PlaceOrder::District;
  std::string from;                    // id of a place; empty: not from a place
  std::optional<city::Position> here;  // where the citizen is; then distances count from there

  bool has_distances() const { return here.has_value() || !from.empty(); }

  bool wants(std::string_view kind) const;
  void set_wanted(std::string_view kind, bool is_wanted);
  // Distances are asked for to see the nearest first; without them that order has no meaning.
  void set_from(std::string id);
  void set_here(city::Position position);
};

struct ChosenPlace {
  const city::Place* place = nullptr;
  double metres = 0;  // from the place chosen for that; 0 without one
};

// The wanted places in the wanted order. Places of one district keep the order of their names.
std::vector<ChosenPlace> chosen_places(const city::Places& places, const MapChoice& choice);

}  // namespace stadttor::services::explore_city
