#include "presentation/imgui/colour.h"

#include <cmath>

namespace stadttor::presentation::imgui {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return {};
  std::uint32_t hex = 0;
  for (const char c : text.substr(1)) {
    const int digit = hex_digit(c);
    if (digit < 0) return {};
    hex = hex << 4U | static_cast<std::uint32_t>(digit);
  }
  return opaque_colour(hex);
}

Colour with_alpha(Colour colour, float alpha) {
  const auto kept = static_cast<float>(colour >> 24U) * alpha;
  return (colour & 0x00ffffffU) | static_cast<std::uint32_t>(std::lround(kept)) << 24U;
}

Colour mixed_colour(Colour colour, Colour other, float share) {
  Colour mixed = colour & 0xff000000U;
  for (unsigned shift = 0; shift < 24; shift += 8) {
    const auto mine = static_cast<float>(colour >> shift & 0xffU);
    const auto theirs = static_cast<float>(other >> shift & 0xffU);
    mixed |= static_cast<std::uint32_t>(std::lround(mine * share + theirs * (1 - share))) << shift;
  }
  return mixed;
}

}  // namespace stadttor::presentation::imgui
