#include "presentation/imgui/layout/text_measure.h"

#include <imgui_internal.h>

#include <string>

#include "presentation/imgui/layout/text_shaping.h"

namespace stadttor::presentation::imgui {

namespace {

// Shown where a line may break inside a word, and nowhere else.
constexpr unsigned kSoftHyphen = 0xad;

}  // namespace

unsigned next_character(std::string_view& text) {
  unsigned character = 0;
  const int size = ImTextCharFromUtf8(&character, text.data(), text.data() + text.size());
  text.remove_prefix(static_cast<std::size_t>(size > 0 ? size : 1));
  return character;
}

float TextMeasure::width_of(std::string_view text, const TextStyle& style) const {
  // Joined letters are narrower than those that stand alone.
  const std::string shaped = runs_right_to_left(text) ? shaped_line(text) : std::string();
  if (!shaped.empty()) text = shaped;
  ImFontBaked* baked = fonts_.of(style)->GetFontBaked(style.size);
  float width = 0;
  while (!text.empty()) {
    const unsigned character = next_character(text);
    if (character != kSoftHyphen) width += baked->GetCharAdvance(static_cast<ImWchar>(character));
  }
  return width * style.size / baked->Size;
}

std::size_t TextMeasure::fitting(std::string_view text, const TextStyle& style, float width) const {
  std::string_view rest = text;
  float used = 0;
  while (!rest.empty()) {
    std::string_view after = rest;
    next_character(after);
    used += width_of(rest.substr(0, rest.size() - after.size()), style);
    if (used > width && rest.size() < text.size()) break;
    rest = after;
  }
  return text.size() - rest.size();
}

float TextMeasure::ascent_of(const TextStyle& style) const { return fonts_.measures.ascent * style.size; }

float TextMeasure::descent_of(const TextStyle& style) const { return fonts_.measures.descent * style.size; }

}  // namespace stadttor::presentation::imgui
