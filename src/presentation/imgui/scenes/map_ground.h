// Paints what lies on the ground: areas, water, ways and buildings of the tiles in view. Words are map_labels' matter.
#pragma once

#include <vector>

#include "presentation/imgui/scenes/map/map_style.h"
#include "presentation/imgui/scenes/map/map_tile.h"
#include "presentation/imgui/scenes/scene_ink.h"

namespace stadttor::presentation::imgui {

inline const map::MapColours& map_colours_of(const SceneInk& ink) { return map::map_colours(ink.theme.brightness()); }

// A decoded tile and where it stands on the screen.
struct PlacedTile {
  const map::MapTile* tile;
  view::ScreenPoint corner;  // of its north-west
  double side;              // pixels

  view::ScreenPoint at(map::TilePoint point) const {
    return {corner.x + static_cast<double>(point.x) * side, corner.y + static_cast<double>(point.y) * side};
  }
};

// Layer by layer through all tiles, so that nothing of one tile covers what belongs above it in the next.
void draw_ground(const SceneInk& ink, const std::vector<PlacedTile>& tiles, double zoom, double pixels_per_metre);

}  // namespace stadttor::presentation::imgui
