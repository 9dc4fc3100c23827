// The sheet a scene is drawn on: one draw list of Dear ImGui's, shown by its OpenGL 3 backend in the canvas's WebGL context.
// There are no windows and no fonts; words are run_text's, all else is plain_shapes'.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <memory>

#include "programs/canvas/plain_shapes.h"
#include "programs/canvas/run_text.h"

namespace stadttor::programs {

class DrawingSheet {
 public:
  DrawingSheet() = default;
  ~DrawingSheet();
  DrawingSheet(const DrawingSheet&) = delete;
  DrawingSheet& operator=(const DrawingSheet&) = delete;

  // Takes the context the page has made current; false where it cannot be drawn with.
  bool open();
  // CSS pixels, and device pixels in one of them.
  void resize(float width, float height, float ratio);

  ImDrawList& begin();
  void show();
  RunText& text() { return *text_; }

 private:
  ImGuiContext* context_ = nullptr;
  ImDrawListSharedData shared_;
  std::unique_ptr<RunText> text_;
  std::unique_ptr<PlainShapes> shapes_;
  std::unique_ptr<ImDrawList> list_;
  ImVec2 size_{1, 1};
  float ratio_ = 1;
};

}  // namespace stadttor::programs
