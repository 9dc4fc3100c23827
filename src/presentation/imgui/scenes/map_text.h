// How words get onto a map: natively with Dear ImGui's fonts, on the web as runs that the browser writes itself. Where they
// stand, and which are left out, is map_labels' matter.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>

#include "presentation/imgui/colour.h"

namespace stadttor::presentation::imgui {

enum class TextWeight : std::uint8_t { Regular, Bold };

struct MapText {
  TextWeight weight;
  float size;  // pixels
  Colour colour;
  Colour halo;  // around each letter
};

class MapTextInk {
 public:
  virtual ~MapTextInk() = default;

  virtual ImVec2 size_of(const MapText& style, std::string_view text) = 0;
  // `turned`: radians around its middle.
  virtual void write(ImDrawList& list, const MapText& style, ImVec2 middle, std::string_view text, float turned) = 0;
};

}  // namespace stadttor::presentation::imgui
