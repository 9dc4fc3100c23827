// Draws scenes without a window, on a draw list of 800 times 600 pixels, and remembers the words.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <vector>

#include "presentation/imgui/scenes/scene.h"

namespace stadttor::testing {

class RememberedText : public presentation::imgui::TextInk {
 public:
  std::vector<std::string> words;

  ImVec2 size_of(const presentation::imgui::InkText& style, std::string_view text) override { return {static_cast<float>(text.size()) * style.size / 2, style.size}; }
  void write(ImDrawList&, const presentation::imgui::InkText&, ImVec2, std::string_view text, float) override { words.emplace_back(text); }
};

class SceneSheet {
 public:
  SceneSheet() { shared_.SetCircleTessellationMaxError(0.3F); }
  SceneSheet(const SceneSheet&) = delete;
  SceneSheet& operator=(const SceneSheet&) = delete;

  // How many corners it is drawn with.
  int draw(presentation::imgui::Scene& scene) {
    list_._ResetForNewFrame();
    list_.PushClipRect({0, 0}, {800, 600});
    text_.words.clear();
    scene.draw({list_, {0, 0}, theme_, &text_});
    return list_.VtxBuffer.Size;
  }
  bool has_written(std::string_view text) const { return std::find(text_.words.begin(), text_.words.end(), text) != text_.words.end(); }

 private:
  ImDrawListSharedData shared_;
  ImDrawList list_{&shared_};
  presentation::imgui::Theme theme_;
  RememberedText text_;
};

}  // namespace stadttor::testing
