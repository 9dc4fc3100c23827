// How words get into a scene: natively with Dear ImGui's fonts, on the web as runs that the browser writes itself. Where they
// stand, and which are left out, is the scene's matter.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>

#include "presentation/imgui/colour.h"

namespace stadttor::presentation::imgui {

enum class TextWeight : std::uint8_t { Regular, Bold };

struct InkText {
  TextWeight weight;
  float size;  // pixels
  Colour colour;
  Colour halo;  // around each letter
};

class TextInk {
 public:
  virtual ~TextInk() = default;

  virtual ImVec2 size_of(const InkText& style, std::string_view text) = 0;
  // `turned`: radians around its middle.
  virtual void write(ImDrawList& list, const InkText& style, ImVec2 middle, std::string_view text, float turned) = 0;
};

}  // namespace stadttor::presentation::imgui
