// The styles of all boxes of a tree: role, appearance and state of each node, with what it takes over from around it. The
// counterpart of presentation/document/fragment.h and shell/styles.
#pragma once

#include <vector>

#include "presentation/imgui/box_style.h"
#include "presentation/imgui/surroundings.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui {

struct PageMeasures {
  float width = 1280;  // of the window, in CSS pixels
  float rem = 16;      // with the citizen's text size
};

// One style a node, in the tree's order. Views into the tree and constants only.
std::vector<BoxStyle> box_styles_from_tree(const semantics::Tree& tree, const Theme& theme, PageMeasures measures);

// The width of a page's edge beside its content, in CSS pixels.
float page_edge(PageMeasures measures);

}  // namespace stadttor::presentation::imgui
