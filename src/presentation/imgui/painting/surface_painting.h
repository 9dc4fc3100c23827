// Draws boxes from a rectangle and a style alone: surfaces, borders, shadows, markers, focus rings. Knows no layout, so that
// it can be called with rectangles that a browser measured.
#pragma once

#include <imgui.h>

#include "presentation/imgui/layout/laid_out_page.h"

namespace stadttor::presentation::imgui {

enum class Pointer : unsigned char { Elsewhere, Over };

void paint_surface(ImDrawList& list, const Rect& rect, const BoxStyle& style, Pointer pointer);
void paint_shape(ImDrawList& list, const Rect& rect, const BoxStyle& style, Shape shape, float fraction);
void paint_focus_ring(ImDrawList& list, const Rect& rect, const BoxStyle& style);

}  // namespace stadttor::presentation::imgui
