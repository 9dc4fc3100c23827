// How wide text is in the fonts it is drawn with. Between two ImGui frames the answer isn't available: fonts are baked
// while a frame is under way.
#pragma once

#include <string_view>

#include "presentation/imgui/fonts.h"

namespace stadttor::presentation::imgui {

class TextMeasure {
 public:
  explicit TextMeasure(const FontSet& fonts) : fonts_(fonts) {}

  float width_of(std::string_view text, const TextStyle& style) const;
  // Bytes of `text` that fit into `width`, at least one character.
  std::size_t fitting(std::string_view text, const TextStyle& style, float width) const;

  // Height above and below the baseline that the font's letters take.
  float ascent_of(const TextStyle& style) const;
  float descent_of(const TextStyle& style) const;

 private:
  FontSet fonts_;
};

// The next character of UTF-8 text, which is shortened by it.
unsigned next_character(std::string_view& text);

}  // namespace stadttor::presentation::imgui
