// Draws boxes from a rectangle and a style alone: surfaces, borders, shadows, markers, focus rings. Knows no layout, so that
// it can be called with rectangles that a browser measured.
#pragma once

#include <imgui.h>

#include "presentation/imgui/layout/laid_out_page.h"

namespace stadttor::presentation::imgui {

enum class Pointer : unsigned char { Elsewhere, Over };

// `scale`: pixels of the screen in one of CSS. No line is thinner than one of them.
void paint_surface(ImDrawList& list, const Rect& rect, const BoxStyle& style, Pointer pointer, float scale);
void paint_shape(ImDrawList& list, const Rect& rect, const BoxStyle& style, Shape shape, float fraction, float scale);
// A straight line from edge to edge of the rectangle, on whole pixels: between them it would drop out.
void paint_line(ImDrawList& list, Rect rect, Colour colour, float scale);
void paint_focus_ring(ImDrawList& list, const Rect& rect, const BoxStyle& style);

}  // namespace stadttor::presentation::imgui
