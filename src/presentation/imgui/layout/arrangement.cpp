#include "presentation/imgui/layout/arrangement.h"

#include <algorithm>

#include "foundation/square_picture.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Role;

void Arrangement::move(Point since, float by_x, float by_y) {
  for (std::size_t i = since.boxes; i < page_.boxes.size(); ++i) {
    page_.boxes[i].rect.x += by_x;
    page_.boxes[i].rect.y += by_y;
  }
  for (std::size_t i = since.runs; i < page_.runs.size(); ++i) {
    page_.runs[i].rect.x += by_x;
    page_.runs[i].rect.y += by_y;
    page_.runs[i].baseline += by_y;
  }
}

void Arrangement::take_back(Point point) {
  page_.boxes.resize(point.boxes);
  page_.runs.resize(point.runs);
}

std::vector<NodeIndex> Arrangement::children_of(NodeIndex index) const {
  std::vector<NodeIndex> children;
  for (NodeIndex child = index + 1; child < node(index).subtree_end; child = node(child).subtree_end) {
    const Placement placement = style_of(child).placement;
    if (is_shown(child) && (placement == Placement::InFlow || placement == Placement::Inline)) children.push_back(child);
  }
  return children;
}

std::vector<NodeIndex> Arrangement::children_with(NodeIndex index, Placement placement) const {
  std::vector<NodeIndex> children;
  for (NodeIndex child = index + 1; child < node(index).subtree_end; child = node(child).subtree_end) {
    if (is_shown(child) && style_of(child).placement == placement) children.push_back(child);
  }
  return children;
}

std::string_view Arrangement::own_text(NodeIndex index) const {
  const Role role = node(index).role;
  const bool shows_it = semantics::holds_inline_text(role) || role == Role::Text || role == Role::Time || role == Role::Tab || role == Role::Option;
  return shows_it ? in_.tree.text_of(node(index)) : std::string_view();
}

std::string_view Arrangement::kept(std::string text) {
  page_.own_texts.push_back(std::move(text));
  return page_.own_texts.back();
}

Box& Arrangement::add_box(NodeIndex index, Part part, Shape shape, const BoxStyle& style, Rect rect) {
  Box box;
  box.node = index;
  box.part = part;
  box.layer = layer_;
  box.shape = shape;
  box.style = style;
  box.rect = rect;
  page_.boxes.push_back(box);
  return page_.boxes.back();
}

void Arrangement::add_icon(NodeIndex index, std::string_view name, Colour colour, Rect rect) {
  BoxStyle style;
  style.icon_colour = colour;
  style.opacity = style_of(index).opacity;
  add_box(index, Part::Icon, Shape::Icon, style, rect).picture = name;
}

namespace {

// A control's surface is that of its part, not of the whole with its label.
Shape shape_of_whole(const BoxStyle& style) {
  switch (style.flow) {
    case Flow::Field: return style.border.start > 0 ? Shape::Surface : Shape::Nothing;
    case Flow::Check:
    case Flow::Measure:
    case Flow::Picture: return Shape::Nothing;
    default: return Shape::Surface;
  }
}

}  // namespace

float Arrangement::place(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  if (style.flow == Flow::Nothing) return 0;
  room.y += style.margin.top;
  const float available = room.width - style.margin.across();
  float width = std::min(available, style.maximum_width);
  if (style.hugs_content) width = std::min(width, std::max(natural_width(index), style.minimum_width));
  if (style.bleeds) width = page_.width;
  const float x = style.bleeds ? 0 : room.x + style.margin.start + (style.is_centred ? (available - width) / 2 : 0);

  const std::size_t at = page_.boxes.size();
  add_box(index, Part::Whole, shape_of_whole(style), style, {x, room.y, width, 0});
  const Edges frame = style.frame();
  const float least = std::max(style.minimum_height, style.fills_height ? room.least_height : 0);
  const Point inside = here();
  const float content = place_content(index, {x + frame.start, room.y + frame.top, width - frame.across(), least - frame.along()});
  const float height = std::max(content + frame.along(), least);
  page_.boxes[at].rect.height = height;
  const bool is_in_the_middle = style.align == Alignment::Centre && (style.flow == Flow::Row || style.flow == Flow::LeadingPart);
  if (is_in_the_middle) move(inside, 0, (height - frame.along() - content) / 2);
  place_marker(index, Box(page_.boxes[at]));
  place_beyond_flow(index, at);
  return height + style.margin.along();
}

float Arrangement::place_content(NodeIndex index, Room room) {
  switch (style_of(index).flow) {
    case Flow::Nothing: return 0;
    case Flow::Column: return place_column(index, room);
    case Flow::Row: return place_row(index, room);
    case Flow::Grid: return place_grid(index, room);
    case Flow::TextColumns: return place_text_columns(index, room);
    case Flow::Pairs: return place_pairs(index, room);
    case Flow::LeadingPart: return place_leading_part(index, room);
    case Flow::Table: return place_table(index, room);
    case Flow::TableSection:
    case Flow::TableRow: return place_column(index, room);
    case Flow::Field: return place_field(index, room);
    case Flow::Check: return place_check(index, room);
    case Flow::Measure: return place_measure(index, room);
    case Flow::Disclosure: return place_disclosure(index, room);
    case Flow::Message: return place_message(index, room);
    case Flow::Picture: return place_picture(index, room);
    case Flow::Scene: return place_scene(index, room);
    case Flow::Line: return 0;
  }
  return 0;
}

float Arrangement::place_picture(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const std::string_view source = in_.tree.property_of(node(index), semantics::Property::Source);
  const float shape = parse_square_picture(source) ? 1.0F : in_.shape_of(source);
  if (shape <= 0) return 0;
  float height = style.picture_height > 0 ? style.picture_height : room.width / shape;
  float width = room.width;
  // Contained: as large as fits, in the middle; a preview at the edge where the text around it begins.
  if (!style.picture_covers && height * shape < width) width = height * shape;
  if (!style.picture_covers && width / shape < height) height = width / shape;
  const float block = style.picture_height > 0 ? style.picture_height : height;
  const float aside = node(index).look == semantics::Appearance::Preview ? 0 : (room.width - width) / 2;
  add_box(index, Part::Icon, Shape::Picture, style, {room.x + aside, room.y + (block - height) / 2, width, height}).picture = source;
  return block;
}

void Arrangement::place_beyond_flow(NodeIndex index, std::size_t at) {
  const Rect box = page_.boxes[at].rect;
  for (const NodeIndex child : children_with(index, Placement::Behind)) {
    // Right above the parent's own surface, below everything in it.
    Box picture;
    picture.node = child;
    picture.part = Part::Icon;
    picture.layer = layer_;
    picture.shape = Shape::Picture;
    picture.style = style_of(child);
    picture.picture = in_.tree.property_of(node(child), semantics::Property::Source);
    picture.rect = {box.x, box.bottom() - picture.style.picture_height, box.width, picture.style.picture_height};
    page_.boxes.insert(page_.boxes.begin() + static_cast<std::ptrdiff_t>(at) + 1, picture);
  }
  for (const NodeIndex child : children_with(index, Placement::Below)) {
    const float gap = 0.25F * style_of(child).rem;
    const Edges frame = style_of(index).frame();
    place_floating(child, {box.x + frame.start, box.bottom() - frame.bottom + gap, box.width - frame.across(), 0});
  }
  for (const NodeIndex child : children_with(index, Placement::Corner)) {
    const float gap = 0.5F * style_of(child).rem;
    const float width = std::min(natural_width(child), page_.width - 2 * gap);
    const Layer before = std::exchange(layer_, Layer::Window);
    place(child, {page_.width - width - gap, gap, width, 0});
    layer_ = before;
  }
  for (const NodeIndex child : children_with(index, Placement::Skip)) {
    const float rem = style_of(child).rem;
    const Layer before = std::exchange(layer_, Layer::Window);
    place(child, {page_edge(in_.measures), style_of(child).is_open ? 0.5F * rem : -10 * rem, page_.width - 2 * page_edge(in_.measures), 0});
    layer_ = before;
  }
  for (const NodeIndex child : children_with(index, Placement::Modal)) {
    const float gap = style_of(child).rem;
    const Layer before = std::exchange(layer_, Layer::Window);
    const Point point = here();
    const float width = std::min(page_.width - 2 * gap, style_of(child).maximum_width);
    const float height = place(child, {(page_.width - width) / 2, gap, width, 0});
    move(point, 0, std::max(0.0F, (in_.window_height - height) / 2 - gap));
    layer_ = before;
  }
}

void Arrangement::place_floating(NodeIndex index, Room room) {
  const Layer before = std::exchange(layer_, Layer::Floating);
  place(index, room);
  layer_ = before;
}

}  // namespace stadttor::presentation::imgui
