#include "presentation/imgui/scenes/font_text_ink.h"

#include <cmath>

namespace stadttor::presentation::imgui {

namespace {

void turn(ImDrawList& list, int first, ImVec2 middle, float angle) {
  const float c = std::cos(angle);
  const float s = std::sin(angle);
  for (int i = first; i < list.VtxBuffer.Size; ++i) {
    ImVec2& at = list.VtxBuffer[i].pos;
    at = {middle.x + (at.x - middle.x) * c - (at.y - middle.y) * s, middle.y + (at.x - middle.x) * s + (at.y - middle.y) * c};
  }
}

}  // namespace

ImVec2 FontTextInk::size_of(const InkText& style, std::string_view text) {
  return font_of(style)->CalcTextSizeA(style.size, 1e9F, 0, text.data(), text.data() + text.size());
}

void FontTextInk::write(ImDrawList& list, const InkText& style, ImVec2 middle, std::string_view text, float turned) {
  const ImVec2 size = size_of(style, text);
  ImVec2 corner{middle.x - size.x / 2, middle.y - size.y / 2};
  if (turned == 0) corner = {std::round(corner.x), std::round(corner.y)};
  const int first = list.VtxBuffer.Size;
  // ImGui puts text on whole pixels; a halo of fractions is moved there afterwards.
  const auto write_once = [&](float dx, float dy, Colour colour) {
    const int begin = list.VtxBuffer.Size;
    list.AddText(font_of(style), style.size, corner, colour, text.data(), text.data() + text.size());
    for (int i = begin; i < list.VtxBuffer.Size; ++i) {
      list.VtxBuffer[i].pos.x += dx;
      list.VtxBuffer[i].pos.y += dy;
    }
  };
  constexpr float kHalo = 1.6F;
  for (const ImVec2 side : {ImVec2{-1, 0}, ImVec2{1, 0}, ImVec2{0, -1}, ImVec2{0, 1}, ImVec2{-0.7F, -0.7F}, ImVec2{0.7F, -0.7F}, ImVec2{-0.7F, 0.7F}, ImVec2{0.7F, 0.7F}}) {
    write_once(side.x * kHalo, side.y * kHalo, style.halo);
  }
  write_once(0, 0, style.colour);
  if (turned != 0) turn(list, first, middle, turned);
}

}  // namespace stadttor::presentation::imgui
