// The geometry of one feature of a vector tile (Mapbox Vector Tile 2.1, section 4.3): commands to paths.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "presentation/imgui/scenes/map/map_tile.h"

namespace stadttor::presentation::imgui::map {

using TilePath = std::vector<TilePoint>;

// Each MoveTo begins a path. Nothing where commands are broken, lead far out of the tile, or have more than `most_points`.
std::optional<std::vector<TilePath>> read_paths(std::string_view commands, double extent, std::size_t most_points);

// Twice the area; positive for an outer ring (clockwise as drawn, since y points down).
double signed_area_of(const TilePath& ring);

}  // namespace stadttor::presentation::imgui::map
