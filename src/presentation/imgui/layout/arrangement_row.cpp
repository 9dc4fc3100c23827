// Beside each other.
#include <algorithm>

#include "presentation/imgui/layout/arrangement.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Property;

namespace {

struct RowItem {
  NodeIndex node;
  float width;
  float grow;
  float most;
};

// Shares out what is left of a line to those that grow, up to their most.
void grow_items(std::vector<RowItem>& items, float free) {
  while (free > 0.5F) {
    float weights = 0;
    for (const RowItem& item : items) weights += item.width < item.most ? item.grow : 0;
    if (weights <= 0) return;
    float given = 0;
    for (RowItem& item : items) {
      if (item.width >= item.most || item.grow <= 0) continue;
      const float share = std::min(free * item.grow / weights, item.most - item.width);
      item.width += share;
      given += share;
    }
    free -= given;
    if (given < 0.5F) return;
  }
}

}  // namespace

float Arrangement::place_row(NodeIndex index, Room room) {
  if (!own_text(index).empty() || style_of(index).marker != Marker::None) return place_leaf_row(index, room);
  const BoxStyle& style = style_of(index);
  std::vector<std::vector<RowItem>> lines;
  float used = 0;
  for (const NodeIndex child : children_of(index)) {
    const BoxStyle& of_child = style_of(child);
    float width = of_child.share.basis >= 0 ? std::min(of_child.share.basis, std::max(room.width, of_child.share.minimum)) : natural_width(child);
    width = std::min(std::max(width, of_child.share.minimum), room.width);
    const bool fits = !lines.empty() && used + style.column_gap + width <= room.width + 0.01F;
    if (!fits) lines.emplace_back();
    used = fits ? used + style.column_gap + width : width;
    lines.back().push_back({child, width, of_child.share.grow, of_child.maximum_width});
  }
  float y = room.y;
  for (auto& line : lines) {
    if (&line != &lines.front()) y += style.row_gap;
    float total = style.column_gap * static_cast<float>(line.size() - 1);
    for (const RowItem& item : line) total += item.width;
    grow_items(line, room.width - total);
    total = style.column_gap * static_cast<float>(line.size() - 1);
    for (const RowItem& item : line) total += item.width;
    const float free = std::max(0.0F, room.width - total);
    const float between = style.justify == Alignment::End && line.size() > 1 ? free / static_cast<float>(line.size() - 1) : 0;
    float x = room.x + (style.justify == Alignment::Centre ? free / 2 : 0);
    float height = 0;
    std::vector<std::pair<Point, float>> placed;
    for (const RowItem& item : line) {
      const Point point = here();
      placed.emplace_back(point, place(item.node, {x, y, item.width, 0}));
      height = std::max(height, placed.back().second);
      x += item.width + style.column_gap + between;
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const float rest = height - placed[i].second;
      const float share = style.align == Alignment::Centre ? 0.5F : style.align == Alignment::End ? 1 : 0;
      if (rest <= 0 || share <= 0) continue;
      // Only this item's boxes: those placed after it are moved back again.
      move(placed[i].first, 0, rest * share);
      if (i + 1 < placed.size()) move(placed[i + 1].first, 0, -rest * share);
    }
    y += height;
  }
  return y - room.y;
}

// A button, a tile, a badge: sign, text and sign on one line, the text in as many lines as it needs.
float Arrangement::place_leaf_row(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const std::string_view icon = in_.tree.property_of(node(index), Property::IconName);
  const float before = !icon.empty()                     ? style.icon_size + style.column_gap
                       : style.marker == Marker::Dot     ? 0.625F * style.rem + style.column_gap
                       : style.marker == Marker::Chevron ? 1.5F * style.rem
                                                         : 0;
  const float after = style.icon_after.empty() ? 0 : style.icon_size + style.column_gap;
  const float text_width = room.width - before - after;
  std::vector<InlineItem> items;
  append_words(own_text(index), index, style, in_.measure, items);
  const auto children = children_of(index);
  const float wanted = width_on_one_line(items, in_.measure);
  const bool is_centred = style.justify == Alignment::Centre;
  const float offset = is_centred ? std::max(0.0F, text_width - wanted) / 2 : 0;
  float x = room.x + offset;
  const Point text_point = here();
  float text_height = 0;
  float text_right = x + before;
  if (!items.empty()) {
    float y = room.y;
    for (const TextLine& line : break_lines(items, text_width + 0.5F, style.text, in_.measure)) {
      const float indent = is_centred && wanted > text_width ? (text_width - line.width) / 2 : 0;
      place_line(line, x + before + indent, y);
      text_right = std::max(text_right, x + before + indent + line.width);
      y += line.height;
    }
    text_height = y - room.y;
  } else {
    text_height = place_below_each_other(index, children, {}, {x + before, room.y, text_width, 0});
    text_right = x + before + std::min(text_width, wanted);
  }
  const float height = std::max({text_height, icon.empty() ? 0 : style.icon_size, after > 0 ? style.icon_size : 0});
  move(text_point, 0, (height - text_height) / 2);
  if (!icon.empty()) add_icon(index, icon, style.icon_colour, {x, room.y + (height - style.icon_size) / 2, style.icon_size, style.icon_size});
  if (style.marker == Marker::Dot) {
    const float size = 0.625F * style.rem;
    add_box(index, Part::Marker, Shape::Dot, style, {x, room.y + (height - size) / 2, size, size});
  }
  if (style.marker == Marker::Chevron) {
    const float size = 1.25F * style.rem;
    add_icon(index, "chevron-right", style.marker_colour, {x + 0.125F * style.rem, room.y + (height - size) / 2, size, size});
  }
  if (after > 0) {
    const bool is_at_end = !style.hugs_content;
    const float icon_x = is_at_end ? room.x + room.width - style.icon_size : text_right + style.column_gap;
    add_icon(index, style.icon_after, style.icon_colour, {icon_x, room.y + (height - style.icon_size) / 2, style.icon_size, style.icon_size});
  }
  return height;
}

}  // namespace stadttor::presentation::imgui
