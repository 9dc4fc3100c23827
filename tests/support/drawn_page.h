// A page on a stage without a window: the presenter with real fonts and ImGui's own input queue, nothing drawn.
#pragma once

#include <imgui.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "presentation/imgui/presenter.h"
#include "programs/drawing/font_files.h"

namespace stadttor::testing {

class DrawnPage {
 public:
  explicit DrawnPage(semantics::Tree tree, float width = 1000, float height = 800) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    static const presentation::imgui::FontFiles files = drawing::read_font_files().value();
    fonts_ = presentation::imgui::add_fonts(*io.Fonts, files);
    presenter_ = std::make_unique<presentation::imgui::Presenter>(
        fonts_,
        [](std::string_view, presentation::imgui::PictureKind, int, int) { return presentation::imgui::Raster(); },
        [](std::string_view) { return 1.5F; });
    presenter_->show(std::move(tree));
    frame();
  }
  ~DrawnPage() {
    presenter_.reset();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) texture->SetStatus(ImTextureStatus_Destroyed);
    ImGui::DestroyContext();
  }
  DrawnPage(const DrawnPage&) = delete;
  DrawnPage& operator=(const DrawnPage&) = delete;

  presentation::imgui::Presenter& presenter() { return *presenter_; }
  const presentation::imgui::FontSet& fonts() const { return fonts_; }
  const semantics::Tree& tree() const { return presenter_->tree(); }
  // What a terminal does first in each frame, and last.
  std::function<void()> before_page;
  std::function<void()> after_page;

  semantics::ActionQueue frame() {
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    if (before_page) before_page();
    semantics::ActionQueue actions = presenter_->frame();
    if (after_page) after_page();
    ImGui::Render();
    // As a renderer would: everything that is asked for is there.
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_OK) continue;
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
    return actions;
  }

  // Each plays until ImGui has taken in all of it, and gives what came of it.
  semantics::ActionQueue presses_key(ImGuiKey key, ImGuiKey with = ImGuiKey_None) {
    ImGuiIO& io = ImGui::GetIO();
    if (with != ImGuiKey_None) io.AddKeyEvent(with, true);
    io.AddKeyEvent(key, true);
    semantics::ActionQueue actions = plays(2);
    io.AddKeyEvent(key, false);
    if (with != ImGuiKey_None) io.AddKeyEvent(with, false);
    append(actions, plays(2));
    return actions;
  }
  semantics::ActionQueue types(const char* text) {
    ImGui::GetIO().AddInputCharactersUTF8(text);
    return plays(3);
  }
  semantics::ActionQueue clicks(std::string_view role, std::string_view name) {
    const auto rect = presenter_->targets().rect_of(find(role, name));
    return clicks_at(rect.x + rect.width / 2, rect.y + rect.height / 2 - presenter_->scroll());
  }
  semantics::ActionQueue clicks_at(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    io.AddMouseButtonEvent(0, true);
    semantics::ActionQueue actions = plays(3);
    io.AddMouseButtonEvent(0, false);
    append(actions, plays(3));
    return actions;
  }
  semantics::ActionQueue plays(int frames) {
    semantics::ActionQueue actions;
    for (int i = 0; i < frames; ++i) append(actions, frame());
    return actions;
  }

  semantics::NodeIndex find(std::string_view role, std::string_view name) const {
    for (semantics::NodeIndex index = 0; index < tree().size(); ++index) {
      if (semantics::role_name(tree().node(index).role) == role && tree().name_of(index) == name) return index;
    }
    return semantics::kNoNode;
  }
  std::string focused_name() const {
    const auto index = presenter_->focused();
    return index == semantics::kNoNode ? std::string() : tree().name_of(index);
  }

 private:
  static void append(semantics::ActionQueue& to, const semantics::ActionQueue& more) { to.insert(to.end(), more.begin(), more.end()); }

  presentation::imgui::FontSet fonts_;
  std::unique_ptr<presentation::imgui::Presenter> presenter_;
};

inline std::string described(const semantics::ActionQueue& actions, const semantics::Tree& tree) {
  constexpr const char* kNames[] = {"press", "set value", "set checked", "choose", "submit", "open", "close", "focus", "blur", "next", "previous"};
  std::string text;
  for (const semantics::Action& action : actions) {
    const auto index = tree.find(action.key);
    if (!text.empty()) text.append(", ");
    text.append(kNames[static_cast<int>(action.kind)]).append(" ");
    text.append(index == semantics::kNoNode ? "?" : tree.name_of(index));
    if (!action.value.empty()) text.append(" = ").append(action.value);
  }
  return text;
}

}  // namespace stadttor::testing
