// Places on the map: degrees (WGS 84) and Web Mercator, in which the world is the square from 0,0 (north-west) to 1,1.
// What part of it is seen belongs to viewport.
#pragma once

#include <optional>
#include <string_view>

#include "presentation/imgui/scenes/view/view_places.h"

namespace stadttor::presentation::imgui::map {

struct GeoPoint {
  double latitude = 0;
  double longitude = 0;
};

using view::WorldBox;
using view::WorldPoint;

// Latitudes beyond the square's edge (85.05 degrees) are drawn at the edge.
WorldPoint world_from_geo(GeoPoint point);
GeoPoint geo_from_world(WorldPoint point);

// Property::Position, "51.4321,9.8714"; nothing where it is no place on earth.
std::optional<GeoPoint> parse_position(std::string_view text);

// Property::Extent of a map, "9.81,51.40,9.93,51.46": west, south, east, north.
std::optional<WorldBox> parse_extent(std::string_view text);

}  // namespace stadttor::presentation::imgui::map
