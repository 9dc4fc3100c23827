#include "presentation/imgui/measured_page.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "presentation/imgui/painting/surface_painting.h"

namespace stadttor::presentation::imgui {

using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;
using semantics::Tree;

namespace {

constexpr float kFarAway = 64;       // shadows reach beyond their boxes
constexpr float kDot = 0.625F;       // in rem
constexpr float kStepCircle = 2.5F;

bool is_seen(Colour colour) { return colour >> 24U != 0; }

bool has_border(const BoxStyle& style) {
  const Edges& width = style.border;
  return is_seen(style.border_colour) && width.top + width.end + width.bottom + width.start > 0;
}

bool is_last_child(const Tree& tree, NodeIndex index) {
  const NodeIndex parent = tree.node(index).parent;
  return parent == semantics::kNoNode || tree.node(index).subtree_end == tree.node(parent).subtree_end;
}

// What the browser keeps for itself: it floats above text, which no canvas behind the text can cover.
bool floats(const BoxStyle& style) {
  switch (style.placement) {
    case Placement::Below:
    case Placement::Modal:
    case Placement::Listed:
    case Placement::Corner:
    case Placement::Skip: return true;
    case Placement::InFlow:
    case Placement::Inline:
    case Placement::Behind: return false;
  }
  return false;
}

class BoxCollection {
 public:
  BoxCollection(const Tree& tree, const std::vector<BoxStyle>& styles) : tree_(tree), styles_(styles) {}

  std::vector<Box> collected() {
    for (NodeIndex index = 0; index < tree_.size();) index = goes_into(index) ? index + 1 : tree_.node(index).subtree_end;
    return std::move(boxes_);
  }

 private:
  // False where nothing in the node is painted.
  bool goes_into(NodeIndex index) {
    const BoxStyle& style = styles_[index];
    if (style.flow == Flow::Nothing || floats(style)) return false;
    switch (style.flow) {
      case Flow::Field: return add_field(index);
      case Flow::Check: return add(index, Part::Control, Shape::Surface, choice_style(style)), false;
      case Flow::Measure: return add_bar(index), false;
      case Flow::Message: return add_message(index);
      case Flow::Disclosure: return add_disclosure(index);
      case Flow::Picture: return false;
      default: return add_whole(index);
    }
  }

  void add(NodeIndex index, Part part, Shape shape, const BoxStyle& style) {
    const bool is_painted = shape != Shape::Surface || is_seen(style.surface) || has_border(style) || style.has_shadow;
    Box box;
    box.node = index;
    box.part = part;
    box.shape = shape;
    box.style = style;
    if (is_painted || looks_different_under_pointer(box)) boxes_.push_back(box);
  }

  bool add_whole(NodeIndex index) {
    const BoxStyle& style = styles_[index];
    add(index, Part::Whole, Shape::Surface, style);
    const bool has_icon = tree_.has_property(tree_.node(index), Property::IconName);
    if (style.marker == Marker::Dot && !has_icon) add(index, Part::Whole, Shape::Dot, style);
    if (style.marker == Marker::Step) add(index, Part::Whole, is_last_child(tree_, index) ? Shape::LastStep : Shape::Step, style);
    return true;
  }

  bool add_field(NodeIndex index) {
    const BoxStyle& style = styles_[index];
    const Role role = tree_.node(index).role;
    if (role != Role::RadioGroup && role != Role::Group) {
      add(index, Part::Control, Shape::Surface, control_style(style));
      return false;
    }
    if (style.border.start > 0) add(index, Part::Whole, Shape::Surface, style);
    return true;
  }

  void add_bar(NodeIndex index) {
    const Node& measure = tree_.node(index);
    const double value = std::strtod(std::string(tree_.value_of(measure)).c_str(), nullptr);
    const double most = std::strtod(std::string(tree_.property_of(measure, Property::Maximum)).c_str(), nullptr);
    add(index, Part::Control, Shape::Bar, styles_[index]);
    boxes_.back().fraction = most > 0 ? static_cast<float>(std::clamp(value / most, 0.0, 1.0)) : 0;
  }

  bool add_message(NodeIndex index) {
    add(index, Part::Whole, Shape::Surface, styles_[index]);
    if (tree_.node(index).children > 0) add(index, Part::Body, Shape::Surface, message_body_style(styles_[index]));
    return true;
  }

  bool add_disclosure(NodeIndex index) {
    const BoxStyle& style = styles_[index];
    BoxStyle summary;
    summary.hover_surface = style.hover_surface;
    summary.radius = style.radius;
    summary.rem = style.rem;
    // One that drops down over the page is its summary alone.
    const bool drops_down = style.second_surface != kNoColour;
    if (!drops_down) {
      BoxStyle frame = style;
      frame.hover_surface = kNoColour;
      add(index, Part::Whole, Shape::Surface, frame);
    }
    add(index, Part::Label, Shape::Surface, summary);
    return !drops_down && style.is_open;
  }

  const Tree& tree_;
  const std::vector<BoxStyle>& styles_;
  std::vector<Box> boxes_;
};

// As browsers do: each edge on the nearest line between two pixels.
Rect on_pixels(const Rect& rect, float pixel) {
  const auto snapped = [pixel](float at) { return std::round(at / pixel) * pixel; };
  const float left = snapped(rect.x);
  const float top = snapped(rect.y);
  return {left, top, snapped(rect.right()) - left, snapped(rect.bottom()) - top};
}

// Where the shape is within what was measured.
Rect place_of_shape(const Box& box, Rect rect) {
  const BoxStyle& style = box.style;
  if (box.shape == Shape::Dot) {
    const float size = kDot * style.rem;
    return {rect.x + style.frame().start, rect.y + (rect.height - size) / 2, size, size};
  }
  if (box.shape == Shape::Step || box.shape == Shape::LastStep) rect.width = kStepCircle * style.rem;
  return rect;
}

// The style sheets draw a message's frame around its box, not into it.
Rect with_outline(const Box& box, Rect rect) {
  if (box.style.flow != Flow::Message) return rect;
  const Edges& out = box.style.border;
  return {rect.x - out.start, rect.y - out.top, rect.width + out.across(), rect.height + out.along()};
}

}  // namespace

std::vector<Box> boxes_to_measure(const Tree& tree, const std::vector<BoxStyle>& styles) {
  return BoxCollection(tree, styles).collected();
}

void paint_measured(ImDrawList& list, const std::vector<Box>& boxes, const MeasuredView& view) {
  for (const Box& box : boxes) {
    if (box.rect.width <= 0 || box.rect.height <= 0) continue;
    Rect rect = place_of_shape(box, with_outline(box, box.rect));
    rect.y -= view.top;
    if (rect.bottom() < -kFarAway || rect.y > view.height + kFarAway) continue;
    rect = on_pixels(rect, view.pixel);
    if (box.shape != Shape::Surface) {
      paint_shape(list, rect, box.style, box.shape, box.fraction, 1 / view.pixel);
      continue;
    }
    const bool is_over = std::find(view.under_pointer.begin(), view.under_pointer.end(), box.node) != view.under_pointer.end();
    paint_surface(list, rect, box.style, is_over ? Pointer::Over : Pointer::Elsewhere, 1 / view.pixel);
  }
}

bool looks_different_under_pointer(const Box& box) {
  return box.style.hover_surface != kNoColour || (box.style.hover_border != kNoColour && box.style.border.along() + box.style.border.across() > 0);
}

BoxStyle ring_style(const Tree& tree, NodeIndex index, const std::vector<BoxStyle>& styles) {
  const BoxStyle& style = styles[index];
  if (style.flow == Flow::Check) return choice_style(style);
  const Role role = tree.node(index).role;
  if (style.flow == Flow::Field && role != Role::RadioGroup && role != Role::Group) return control_style(style);
  return style;
}

}  // namespace stadttor::presentation::imgui
