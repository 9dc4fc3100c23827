// Which tiles a view of the map needs.
#pragma once

#include <vector>

#include "presentation/imgui/scenes/map/tile_address.h"
#include "presentation/imgui/scenes/view/viewport.h"

namespace stadttor::presentation::imgui::map {

// Tiles of the zoom that fits best, from those an archive has; row by row, at most a few dozen.
std::vector<TileAddress> visible_tiles(const view::Viewport& viewport, int least_zoom, int most_zoom);

}  // namespace stadttor::presentation::imgui::map
