#include "services/explore_city/map_extent.h"

#include <algorithm>
#include <cstdlib>

#include "foundation/decimal_text.h"

namespace stadttor::services::explore_city {

namespace {

struct Extent {
  double west;
  double south;
  double east;
  double north;
};

std::string text_from_extent(const Extent& extent) {
  std::string text;
  for (const double edge : {extent.west, extent.south, extent.east, extent.north}) {
    text.append(text.empty() ? "" : ",").append(text_from_decimal(edge, 4));
  }
  return text;
}

}  // namespace

std::string extent_of(const city::Places& places) {
  if (places.places.empty()) return {};
  const city::Position& first = places.places.front().position;
  Extent extent{first.longitude, first.latitude, first.longitude, first.latitude};
  for (const city::Place& place : places.places) {
    extent.west = std::min(extent.west, place.position.longitude);
    extent.east = std::max(extent.east, place.position.longitude);
    extent.south = std::min(extent.south, place.position.latitude);
    extent.north = std::max(extent.north, place.position.latitude);
  }
  constexpr double kRoom = 0.002;
  return text_from_extent({extent.west - kRoom, extent.south - kRoom, extent.east + kRoom, extent.north + kRoom});
}

std::string extent_of_positions(const std::vector<std::string_view>& positions) {
  city::Places places;
  for (const std::string_view position : positions) {
    const std::size_t comma = position.find(',');
    if (comma == std::string_view::npos) continue;
    city::Place place;
    place.position = {std::strtod(std::string(position.substr(0, comma)).c_str(), nullptr), std::strtod(std::string(position.substr(comma + 1)).c_str(), nullptr)};
    places.places.push_back(std::move(place));
  }
  return extent_of(places);
}

std::string extent_around(const city::Position& position) {
  constexpr double kNorth = 0.003;
  constexpr double kEast = 0.006;
  return text_from_extent({position.longitude - kEast, position.latitude - kNorth, position.longitude + kEast, position.latitude + kNorth});
}

std::string map_tiles_path(const Screen& screen) {
  const std::string& tiles = screen.city.city.map_tiles;
  return tiles.empty() ? std::string() : std::string(screen.data_path) + tiles;
}

}  // namespace stadttor::services::explore_city
