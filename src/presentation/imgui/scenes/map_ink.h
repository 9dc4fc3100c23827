// What a map is drawn with: where on the draw list, in which colours, with which writing.
#pragma once

#include <imgui.h>

#include "presentation/imgui/scenes/map/map_style.h"
#include "presentation/imgui/scenes/map/viewport.h"
#include "presentation/imgui/scenes/map_text.h"
#include "presentation/imgui/theme.h"

namespace stadttor::presentation::imgui {

struct MapInk {
  ImDrawList& list;
  ImVec2 corner;  // of the scene, on the draw list
  const Theme& theme;
  MapTextInk* text;  // only where words are drawn
  float text_size = 16;  // pixels of body text: labels grow with it

  const map::MapColours& colours() const { return map::map_colours(theme.brightness()); }
  ImVec2 at(map::ScreenPoint point) const { return {corner.x + static_cast<float>(point.x), corner.y + static_cast<float>(point.y)}; }
};

}  // namespace stadttor::presentation::imgui
