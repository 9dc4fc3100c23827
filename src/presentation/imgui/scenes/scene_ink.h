// What a scene is drawn with: where on the draw list, in which colours, with which writing.
#pragma once

#include <imgui.h>

#include "presentation/imgui/scenes/text_ink.h"
#include "presentation/imgui/scenes/view/view_places.h"
#include "presentation/imgui/theme.h"

namespace stadttor::presentation::imgui {

struct SceneInk {
  ImDrawList& list;
  ImVec2 corner;  // of the scene, on the draw list
  const Theme& theme;
  TextInk* text;  // only where words are drawn
  float text_size = 16;  // pixels of body text: labels grow with it

  ImVec2 at(view::ScreenPoint point) const { return {corner.x + static_cast<float>(point.x), corner.y + static_cast<float>(point.y)}; }
};

}  // namespace stadttor::presentation::imgui
