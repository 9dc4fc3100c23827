// Writes the names of places and streets, the important ones first, none over another.
#pragma once

#include <vector>

#include "presentation/imgui/scenes/map_ground.h"
#include "presentation/imgui/scenes/scene_ink.h"
#include "presentation/imgui/scenes/view/label_grid.h"

namespace stadttor::presentation::imgui {

// What is blocked in the grid already (markers) stays free of words.
void draw_labels(const SceneInk& ink, const std::vector<PlacedTile>& tiles, double zoom, view::LabelGrid& grid);

}  // namespace stadttor::presentation::imgui
