// A colour as Dear ImGui packs it (ImU32: red in the lowest byte, alpha in the highest), without ImGui's header.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stadttor::presentation::imgui {

using Colour = std::uint32_t;

inline constexpr Colour kNoColour = 0;  // draws nothing

constexpr Colour colour_of(std::uint32_t red, std::uint32_t green, std::uint32_t blue, std::uint32_t alpha = 255) {
  return red | green << 8U | blue << 16U | alpha << 24U;
}

// `hex` as 0xrrggbb, the way it is written in tables.
constexpr Colour opaque_colour(std::uint32_t hex) {
  return colour_of(hex >> 16U & 0xffU, hex >> 8U & 0xffU, hex & 0xffU);
}

// "#rrggbb"; nothing for any other form.
std::optional<Colour> parse_colour(std::string_view text);

Colour with_alpha(Colour colour, float alpha);

// `share` of `colour` (0 to 1), the rest of `other`. Alpha stays that of `colour`.
Colour mixed_colour(Colour colour, Colour other, float share);

}  // namespace stadttor::presentation::imgui
