// What can be operated on a laid-out page: what is under the pointer, what the Tab key reaches and in which order, where a
// node is. The order is that of reading.
#pragma once

#include <vector>

#include "presentation/imgui/layout/laid_out_page.h"

namespace stadttor::presentation::imgui {

class PageTargets {
 public:
  // Both outlive the targets.
  PageTargets(const semantics::Tree& tree, const LaidOutPage& page);

  // What a press at this point of the window operates; kNoNode for nothing. `scroll`: what of the page is above the window.
  semantics::NodeIndex at(float x, float y, float scroll) const;
  // The stops of the Tab key. One for a group of radio buttons, one for a list of tabs.
  const std::vector<semantics::NodeIndex>& stops() const { return stops_; }
  // Is anything of the node to be seen?
  bool is_shown(semantics::NodeIndex index) const { return index < is_shown_.size() && is_shown_[index]; }
  // Where it is operated: the control itself where it has one.
  Rect rect_of(semantics::NodeIndex index) const;
  Layer layer_of(semantics::NodeIndex index) const;

 private:
  semantics::NodeIndex operated_by(const Box& box, float y) const;
  semantics::NodeIndex operable_around(semantics::NodeIndex index) const;
  bool takes_part(semantics::NodeIndex index) const;
  bool is_stop(semantics::NodeIndex index) const;

  const semantics::Tree& tree_;
  const LaidOutPage& page_;
  std::vector<bool> is_shown_;
  std::vector<bool> is_drawn_;  // scenes with a drawing: moved and chosen from by keys
  std::vector<semantics::NodeIndex> stops_;
  semantics::NodeIndex modal_ = semantics::kNoNode;  // nothing outside of it can be operated
};

}  // namespace stadttor::presentation::imgui
