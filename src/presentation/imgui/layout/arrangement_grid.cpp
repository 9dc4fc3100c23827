// Columns: of equal width, balanced like a newspaper's, terms beside definitions, one part beside all others.
#include <algorithm>

#include "presentation/imgui/layout/arrangement.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Role;

namespace {

std::size_t column_count(float width, float column, float gap) {
  const float least = std::min(column, width);
  return static_cast<std::size_t>(std::max(1.0F, (width + gap) / (least + gap)));
}

// Columns needed when none is higher than `limit`.
std::size_t columns_within(const std::vector<float>& heights, float limit) {
  std::size_t columns = 1;
  float used = 0;
  for (const float height : heights) {
    if (used > 0 && used + height > limit) {
      ++columns;
      used = 0;
    }
    used += height;
  }
  return columns;
}

}  // namespace

float Arrangement::place_grid(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const auto children = children_of(index);
  std::size_t columns = column_count(room.width, style.column_width, style.column_gap);
  if (style.justify == Alignment::Stretch) columns = std::min(columns, std::max<std::size_t>(children.size(), 1));
  const float width = (room.width - style.column_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float y = room.y;
  for (std::size_t first = 0; first < children.size(); first += columns) {
    if (first > 0) y += style.row_gap;
    const std::size_t end = std::min(first + columns, children.size());
    const auto place_line_of = [&](float least) {
      float highest = 0;
      for (std::size_t i = first; i < end; ++i) {
        const float x = room.x + (width + style.column_gap) * static_cast<float>(i - first);
        highest = std::max(highest, place(children[i], {x, y, width, least}));
      }
      return highest;
    };
    // Twice, because how high the highest is shows only when all are placed.
    const Point point = here();
    const float height = place_line_of(0);
    take_back(point);
    y += place_line_of(height);
  }
  return y - room.y;
}

float Arrangement::place_text_columns(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  const auto children = children_of(index);
  const std::size_t columns = column_count(room.width, style.column_width, style.column_gap);
  const float width = (room.width - style.column_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  std::vector<float> heights;
  float total = 0;
  const Point point = here();
  for (const NodeIndex child : children) {
    heights.push_back(place(child, {room.x, room.y, width, 0}));
    total += heights.back();
  }
  take_back(point);
  float limit = total / static_cast<float>(columns);
  while (columns_within(heights, limit) > columns) limit += style.rem / 4;
  float x = room.x;
  float y = room.y;
  float lowest = room.y;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (y > room.y && y - room.y + heights[i] > limit) {
      x += width + style.column_gap;
      y = room.y;
    }
    y += place(children[i], {x, y, width, 0});
    lowest = std::max(lowest, y);
  }
  return lowest - room.y;
}

float Arrangement::place_pairs(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  float y = room.y;
  float below_definitions = room.y;
  float below_term = room.y;
  for (const NodeIndex child : children_of(index)) {
    if (node(child).role == Role::Term) {
      y = std::max(below_term, below_definitions);
      below_definitions = y;
      below_term = y + place(child, {room.x, y, style.column_width, 0});
      continue;
    }
    below_definitions += place(child, {room.x + style.column_width, below_definitions, room.width - style.column_width, 0});
  }
  return std::max(below_term, below_definitions) - room.y;
}

float Arrangement::place_leading_part(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  auto children = children_of(index);
  if (children.empty()) return 0;
  const NodeIndex leading = children.front();
  const Point point = here();
  float height = 0;
  if (is_inline(leading)) {
    std::vector<InlineItem> items;
    collect_inline(leading, items);
    height = place_lines(index, items, {room.x, room.y, style.column_width, 0});
  } else {
    height = place(leading, {room.x, room.y, style.column_width, 0});
  }
  const Point others_point = here();
  children.erase(children.begin());
  const float beside = style.column_width + style.column_gap;
  const float others = place_below_each_other(index, children, {}, {room.x + beside, room.y, room.width - beside, 0});
  if (style.align == Alignment::Centre) {
    const float higher = std::max(height, others);
    move(point, 0, (higher - height) / 2);
    move(others_point, 0, (higher - others) / 2 - (higher - height) / 2);
  }
  return std::max(height, others);
}

}  // namespace stadttor::presentation::imgui
