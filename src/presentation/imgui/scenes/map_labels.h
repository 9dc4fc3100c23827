// Writes the names of places and streets, the important ones first, none over another.
#pragma once

#include <vector>

#include "presentation/imgui/scenes/map/label_grid.h"
#include "presentation/imgui/scenes/map_ground.h"
#include "presentation/imgui/scenes/map_ink.h"

namespace stadttor::presentation::imgui {

// What is blocked in the grid already (markers) stays free of words.
void draw_labels(const MapInk& ink, const std::vector<PlacedTile>& tiles, double zoom, map::LabelGrid& grid);

}  // namespace stadttor::presentation::imgui
