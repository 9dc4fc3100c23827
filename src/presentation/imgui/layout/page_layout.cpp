#include "presentation/imgui/layout/page_layout.h"

#include <algorithm>

#include "presentation/imgui/layout/arrangement.h"
#include "presentation/imgui/layout/text_shaping.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;

namespace {

constexpr float kStepCircle = 2.5F;  // in rem

bool is_last_child(const semantics::Tree& tree, NodeIndex index) {
  const semantics::Node& node = tree.node(index);
  return node.parent == semantics::kNoNode || node.subtree_end == tree.node(node.parent).subtree_end;
}

std::size_t number_in_list(const semantics::Tree& tree, NodeIndex index) {
  std::size_t number = 1;
  const NodeIndex list = tree.node(index).parent;
  for (NodeIndex at = list + 1; at < index; at = tree.node(at).subtree_end) ++number;
  return number;
}

// Everything is placed from the left; pages that run from right to left are turned round at the end.
void mirror(LaidOutPage& page) {
  for (Box& box : page.boxes) {
    box.rect.x = page.width - box.rect.right();
    std::swap(box.style.border.start, box.style.border.end);
    box.style.is_mirrored = true;
  }
  for (TextRun& run : page.runs) run.rect.x = page.width - run.rect.right();
}

// Last, because lines have to be known before letters change their places.
void shape_texts(LaidOutPage& page) {
  for (TextRun& run : page.runs) {
    if (!runs_right_to_left(run.text)) continue;
    page.own_texts.push_back(shaped_line(run.text));
    run.text = page.own_texts.back();
  }
}

}  // namespace

void Arrangement::place_marker(NodeIndex index, const Box& box) {
  const BoxStyle& style = style_of(index);
  const float rem = style.rem;
  const auto place_number = [&](std::string text, float x, float y, float width, float height) {
    BoxStyle number;
    number.text = style.text;
    number.text.weight = Weight::Bold;
    number.text.line_height = height;
    number.text.colour = style.marker_colour;
    const std::string_view words = kept(std::move(text));
    const float wanted = in_.measure.width_of(words, number.text);
    place_text_part(index, Part::Marker, number, words, {x + (width - wanted) / 2, y, wanted + 1, 0});
  };
  switch (style.marker) {
    case Marker::None:
    case Marker::Dot:
    case Marker::Chevron: return;
    case Marker::Bullet:
      add_box(index, Part::Marker, Shape::Bullet, style, {box.rect.x - 1.25F * rem, box.rect.y + style.text.line_height / 2 - 0.1875F * rem, 0.375F * rem, 0.375F * rem});
      return;
    case Marker::Number:
      return place_number(std::to_string(number_in_list(in_.tree, index)) + ".", box.rect.x - 1.75F * rem, box.rect.y, 1.75F * rem, style.text.line_height);
    case Marker::Step:
      add_box(index, Part::Marker, is_last_child(in_.tree, index) ? Shape::LastStep : Shape::Step, style, {box.rect.x, box.rect.y, kStepCircle * rem, box.rect.height});
      return place_number(std::to_string(number_in_list(in_.tree, index)), box.rect.x, box.rect.y, kStepCircle * rem, kStepCircle * rem);
    case Marker::Tick: return add_icon(index, "check", style.marker_colour, {box.rect.x, box.rect.y + 0.4375F * rem, 1.5F * rem, 1.5F * rem});
  }
}

LaidOutPage layout_page(const LayoutInputs& inputs) {
  LaidOutPage page;
  page.width = inputs.measures.width;
  page.is_right_to_left = inputs.tree.direction == "rtl";
  if (inputs.tree.size() == 0) return page;
  Arrangement arrangement(inputs, page);
  page.height = arrangement.place(0, {0, 0, page.width, inputs.least_height});
  if (page.is_right_to_left) mirror(page);
  shape_texts(page);
  return page;
}

}  // namespace stadttor::presentation::imgui
