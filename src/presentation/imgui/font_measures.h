// What a TrueType file says about the height of its letters (OpenType 1.9, tables head and hhea).
#pragma once

#include <string_view>

namespace stadttor::presentation::imgui {

// Shares of the em square; `descent` counts downwards.
struct FontMeasures {
  float ascent = 0.8F;
  float descent = 0.2F;
};

// What is no TrueType file has the measures of a plain font.
FontMeasures measures_of_font(std::string_view file);

}  // namespace stadttor::presentation::imgui
