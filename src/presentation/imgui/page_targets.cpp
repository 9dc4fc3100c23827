#include "presentation/imgui/page_targets.h"

#include <algorithm>

namespace stadttor::presentation::imgui {

using semantics::kNoNode;
using semantics::Node;
using semantics::NodeIndex;
using semantics::Role;
using semantics::State;

namespace {

// The radio button that the Tab key reaches: the chosen one, or else the first.
NodeIndex stop_of_group(const semantics::Tree& tree, NodeIndex group) {
  NodeIndex first = kNoNode;
  for (NodeIndex at = group + 1; at < tree.node(group).subtree_end; ++at) {
    const Node& node = tree.node(at);
    if ((node.role != Role::RadioButton && node.role != Role::Tab) || node.has(State::Disabled)) continue;
    if (node.has(State::Checked) || node.has(State::Selected)) return at;
    if (first == kNoNode) first = at;
  }
  return first;
}

bool lies_in(const semantics::Tree& tree, NodeIndex index, NodeIndex ancestor) {
  return index >= ancestor && index < tree.node(ancestor).subtree_end;
}

}  // namespace

PageTargets::PageTargets(const semantics::Tree& tree, const LaidOutPage& page) : tree_(tree), page_(page), is_shown_(tree.size(), false), is_drawn_(tree.size(), false) {
  for (const Box& box : page.boxes) {
    is_shown_[box.node] = true;
    if (box.part == Part::Drawing) is_drawn_[box.node] = true;
    if (tree.node(box.node).role == Role::Dialog && box.layer == Layer::Window) modal_ = box.node;
  }
  for (const TextRun& run : page.runs) {
    // A link in running text is there where the text in it is.
    for (NodeIndex at = run.node; at != kNoNode && !is_shown_[at]; at = tree.node(at).parent) is_shown_[at] = true;
  }
  for (NodeIndex index = 0; index < tree.size(); ++index) {
    if (is_shown_[index] && takes_part(index) && is_stop(index)) stops_.push_back(index);
  }
}

bool PageTargets::takes_part(NodeIndex index) const { return modal_ == kNoNode || lies_in(tree_, index, modal_); }

bool PageTargets::is_stop(NodeIndex index) const {
  const Node& node = tree_.node(index);
  if (is_drawn_[index]) return true;
  if (!is_interactive(node.role) || node.has(State::Disabled)) return false;
  switch (node.role) {
    case Role::RadioGroup:
    case Role::Option: return false;
    case Role::RadioButton:
    case Role::Tab: return node.parent != kNoNode && stop_of_group(tree_, node.parent) == index;
    default: return true;
  }
}

NodeIndex PageTargets::operable_around(NodeIndex index) const {
  for (NodeIndex at = index; at != kNoNode; at = tree_.node(at).parent) {
    const Node& node = tree_.node(at);
    if (at != index && (node.role == Role::Disclosure || node.role == Role::Select || node.role == Role::RadioGroup)) return kNoNode;
    if (is_interactive(node.role) && node.role != Role::RadioGroup) return node.has(State::Disabled) ? kNoNode : at;
    if (node.look == semantics::Appearance::Card && node.role == Role::Block) {
      // A card is pressed as its link is.
      for (NodeIndex link = at; link < node.subtree_end; ++link) {
        if (tree_.node(link).role == Role::Link && tree_.node(link).look == semantics::Appearance::Card) return link;
      }
    }
  }
  return kNoNode;
}

// Of a disclosure only its summary is pressed, not what it holds; of a scene its drawing.
NodeIndex PageTargets::operated_by(const Box& box, float y) const {
  if (box.part == Part::Drawing) return box.node;
  if (tree_.node(box.node).role != Role::Disclosure) return operable_around(box.node);
  if (box.part == Part::Body) return kNoNode;
  if (box.part != Part::Whole || !box.style.is_open) return box.node;
  for (const Box& part : page_.boxes) {
    if (part.node == box.node && part.part == Part::Label) return y < part.rect.bottom() + box.style.padding.bottom ? box.node : kNoNode;
  }
  return kNoNode;
}

NodeIndex PageTargets::at(float x, float y, float scroll) const {
  for (int layer = kLayerCount; layer-- > 0;) {
    const float page_y = static_cast<Layer>(layer) == Layer::Window ? y : y + scroll;
    for (auto run = page_.runs.rbegin(); run != page_.runs.rend(); ++run) {
      if (static_cast<int>(run->layer) != layer || !run->rect.contains(x, page_y) || !takes_part(run->node)) continue;
      const bool is_of_part = run->part == Part::Label && tree_.node(run->node).role == Role::Disclosure;
      if (const NodeIndex found = is_of_part ? run->node : operable_around(run->node); found != kNoNode) return found;
    }
    for (auto box = page_.boxes.rbegin(); box != page_.boxes.rend(); ++box) {
      if (static_cast<int>(box->layer) != layer || !box->rect.contains(x, page_y) || !takes_part(box->node)) continue;
      if (const NodeIndex found = operated_by(*box, page_y); found != kNoNode) return found;
      // What floats covers what is below it, also where it does nothing.
      if (static_cast<Layer>(layer) != Layer::Page && box->part == Part::Body) return kNoNode;
    }
  }
  return kNoNode;
}

Rect PageTargets::rect_of(NodeIndex index) const {
  Rect whole;
  for (const Box& box : page_.boxes) {
    if (box.node != index) continue;
    if (box.part == Part::Drawing || (box.part == Part::Control && box.shape == Shape::Surface)) return box.rect;
    if (box.part == Part::Whole) whole = box.rect;
  }
  if (whole.width > 0) return whole;
  for (const TextRun& run : page_.runs) {
    if (!lies_in(tree_, run.node, index)) continue;
    if (whole.width <= 0) whole = run.rect;
    const float bottom = std::max(whole.bottom(), run.rect.bottom());
    const float right = std::max(whole.right(), run.rect.right());
    whole.x = std::min(whole.x, run.rect.x);
    whole.width = right - whole.x;
    whole.height = bottom - whole.y;
  }
  return whole;
}

Layer PageTargets::layer_of(NodeIndex index) const {
  for (const Box& box : page_.boxes) {
    if (box.node == index) return box.layer;
  }
  for (const TextRun& run : page_.runs) {
    if (lies_in(tree_, run.node, index)) return run.layer;
  }
  return Layer::Page;
}

}  // namespace stadttor::presentation::imgui
