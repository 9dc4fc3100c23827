// Writes a map's words with Dear ImGui's fonts, for pictures and windows of the native build.
#pragma once

#include "presentation/imgui/scenes/map_text.h"

namespace stadttor::presentation::imgui {

class FontMapText : public MapTextInk {
 public:
  FontMapText(ImFont* regular, ImFont* bold) : regular_(regular), bold_(bold) {}

  ImVec2 size_of(const MapText& style, std::string_view text) override;
  void write(ImDrawList& list, const MapText& style, ImVec2 middle, std::string_view text, float turned) override;

 private:
  ImFont* font_of(const MapText& style) const { return style.weight == TextWeight::Bold ? bold_ : regular_; }

  ImFont* regular_;
  ImFont* bold_;
};

}  // namespace stadttor::presentation::imgui
