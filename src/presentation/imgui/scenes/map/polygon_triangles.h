// Cuts a polygon with holes into triangles (mapbox/earcut).
#pragma once

#include <cstdint>
#include <vector>

#include "presentation/imgui/scenes/map/tile_paths.h"

namespace stadttor::presentation::imgui::map {

// rings[0] is the outline, the others are holes. Three indices a triangle, counted through all rings.
std::vector<std::uint32_t> triangles_of(const std::vector<TilePath>& rings);

}  // namespace stadttor::presentation::imgui::map
