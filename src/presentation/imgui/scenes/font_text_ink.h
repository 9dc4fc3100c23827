// Writes a scene's words with Dear ImGui's fonts, for pictures and windows of the native build.
#pragma once

#include "presentation/imgui/scenes/text_ink.h"

namespace stadttor::presentation::imgui {

class FontTextInk : public TextInk {
 public:
  FontTextInk(ImFont* regular, ImFont* bold) : regular_(regular), bold_(bold) {}

  ImVec2 size_of(const InkText& style, std::string_view text) override;
  void write(ImDrawList& list, const InkText& style, ImVec2 middle, std::string_view text, float turned) override;

 private:
  ImFont* font_of(const InkText& style) const { return style.weight == TextWeight::Bold ? bold_ : regular_; }

  ImFont* regular_;
  ImFont* bold_;
};

}  // namespace stadttor::presentation::imgui
