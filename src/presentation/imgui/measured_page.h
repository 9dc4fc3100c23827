// A page that someone else has laid out, on the web the browser: which of its boxes are painted here, and how, in the
// rectangles that were measured. Text, pictures, fields' contents and whatever floats above the page stay the browser's.
#pragma once

#include <imgui.h>

#include <vector>

#include "presentation/imgui/layout/laid_out_page.h"

namespace stadttor::presentation::imgui {

// In painting order, without rectangles: the whole of a node, or that of its parts which `part` names, is to be measured.
// Nodes that nobody sees are not among them.
std::vector<Box> boxes_to_measure(const semantics::Tree& tree, const std::vector<BoxStyle>& styles);

struct MeasuredView {
  float top = 0;            // what part of the page is painted, in CSS pixels from its top
  float height = 0;
  float pixel = 1;          // of the screen, in CSS pixels: edges lie between two of them
  std::vector<semantics::NodeIndex> under_pointer{};  // the node and what it is in
};

// Boxes with an empty rectangle are not shown.
void paint_measured(ImDrawList& list, const std::vector<Box>& boxes, const MeasuredView& view);

// Whether the pointer over this box, or gone from it, changes how it looks.
bool looks_different_under_pointer(const Box& box);

// The style a focus ring around the node follows, or around the part of it that has the focus.
BoxStyle ring_style(const semantics::Tree& tree, semantics::NodeIndex index, const std::vector<BoxStyle>& styles);

}  // namespace stadttor::presentation::imgui
