// The fonts a page is drawn with: one family in four cuts, from font files the program has read. Sizes are CSS sizes (of
// the em square), not ImGui's line heights.
#pragma once

#include <imgui.h>

#include <string>

#include "presentation/imgui/box_style.h"
#include "presentation/imgui/font_measures.h"

namespace stadttor::presentation::imgui {

// Contents of TrueType files; empty ones are left out. They outlive the atlas.
struct FontFiles {
  std::string regular;
  std::string bold;
  std::string italic;
  std::string bold_italic;
  // Scripts the family lacks, in the same places.
  std::string arabic_regular;
  std::string arabic_bold;
};

struct FontSet {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
  ImFont* italic = nullptr;
  ImFont* bold_italic = nullptr;
  FontMeasures measures;  // of the whole family

  ImFont* of(const TextStyle& style) const;
};

// Regular has to be there; cuts without a file fall back to it.
FontSet add_fonts(ImFontAtlas& atlas, const FontFiles& files);

}  // namespace stadttor::presentation::imgui
