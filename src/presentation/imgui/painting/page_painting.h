// Draws a laid-out page: all boxes, then all text, layer by layer.
#pragma once

#include <functional>
#include <vector>

#include "presentation/imgui/fonts.h"
#include "presentation/imgui/layout/laid_out_page.h"
#include "presentation/imgui/painting/picture_textures.h"

namespace stadttor::presentation::imgui {

struct PageView {
  float scroll = 0;         // what part of the page is seen, in CSS pixels from its top
  float height = 800;       // of the window
  bool shows_window_layer = true;
  float scale = 1;          // pixels of the screen in one of CSS
  std::vector<semantics::NodeIndex> under_pointer;  // the node and what it is in
  semantics::NodeIndex focused = semantics::kNoNode;
  semantics::NodeIndex being_edited = semantics::kNoNode;  // its value is drawn by ImGui
  std::function<void(const Box&, const Rect& in_window)> paint_scene = {};
};

void paint_page(ImDrawList& list, const LaidOutPage& page, const FontSet& fonts, PictureTextures& pictures, const PageView& view);

}  // namespace stadttor::presentation::imgui
