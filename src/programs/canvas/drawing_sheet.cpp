#include "programs/canvas/drawing_sheet.h"

#include <GLES3/gl3.h>
#include <imgui_impl_opengl3.h>

namespace stadttor::programs {

DrawingSheet::~DrawingSheet() {
  list_.reset();
  text_.reset();
  shapes_.reset();
  if (context_ == nullptr) return;
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

bool DrawingSheet::open() {
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGui::GetIO().IniFilename = nullptr;
  if (!ImGui_ImplOpenGL3_Init("#version 300 es")) return false;
  text_ = std::make_unique<RunText>();
  shapes_ = std::make_unique<PlainShapes>();
  shapes_->open();
  shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill;
  shared_.CurveTessellationTol = 1.25F;
  shared_.SetCircleTessellationMaxError(0.3F);
  list_ = std::make_unique<ImDrawList>(&shared_);
  return true;
}

void DrawingSheet::resize(float width, float height, float ratio) {
  size_ = {width, height};
  ratio_ = ratio;
  text_->prepare(ratio);
  // Edges fade over one pixel of the device.
  shared_.InitialFringeScale = 1 / ratio;
  shared_.ClipRectFullscreen = {0, 0, width, height};
}

ImDrawList& DrawingSheet::begin() {
  text_->begin_frame();
  list_->_ResetForNewFrame();
  list_->PushTexture(ImTextureRef(shapes_->texture()));
  list_->PushClipRect({0, 0}, size_);
  return *list_;
}

void DrawingSheet::show() {
  list_->PopClipRect();
  list_->PopTexture();
  list_->_PopUnusedDrawCmd();
  shapes_->divide(list_->CmdBuffer, size_.x, size_.y);
  ImDrawData data;
  data.Valid = true;
  data.CmdLists.push_back(list_.get());
  data.CmdListsCount = 1;
  data.TotalIdxCount = list_->IdxBuffer.Size;
  data.TotalVtxCount = list_->VtxBuffer.Size;
  data.DisplaySize = size_;
  data.FramebufferScale = {ratio_, ratio_};
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

}  // namespace stadttor::programs
