// Tables: columns as wide as what is in them asks for, rows as high as their highest cell.
#include <algorithm>
#include <cstdlib>

#include "presentation/imgui/layout/arrangement.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Property;
using semantics::Role;

std::vector<Arrangement::TableRow> Arrangement::rows_of(NodeIndex table) const {
  std::vector<TableRow> rows;
  for (NodeIndex at = table + 1; at < node(table).subtree_end; ++at) {
    if (node(at).role != Role::Row || !is_shown(at)) continue;
    TableRow row{at, {}};
    std::size_t column = 0;
    for (NodeIndex cell = at + 1; cell < node(at).subtree_end; cell = node(cell).subtree_end) {
      const std::string span_text(in_.tree.property_of(node(cell), Property::ColumnSpan));
      const auto span = static_cast<std::size_t>(std::max(1L, std::strtol(span_text.c_str(), nullptr, 10)));
      row.cells.push_back({cell, column, span});
      column += span;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

float Arrangement::least_width(NodeIndex index) {
  std::vector<InlineItem> items;
  append_words(own_text(index), index, style_of(index), in_.measure, items);
  for (const NodeIndex child : children_of(index)) {
    if (is_inline(child)) collect_inline(child, items);
  }
  return widest_part(items) + style_of(index).frame().across() + 1;
}

std::vector<float> Arrangement::column_widths(const std::vector<TableRow>& rows, float width) {
  std::size_t count = 0;
  for (const TableRow& row : rows) {
    if (!row.cells.empty()) count = std::max(count, row.cells.back().column + row.cells.back().span);
  }
  std::vector<float> natural(count, 0);
  std::vector<float> least(count, 0);
  for (const TableRow& row : rows) {
    for (const TableCell& cell : row.cells) {
      if (cell.span != 1) continue;
      natural[cell.column] = std::max(natural[cell.column], natural_width(cell.node));
      least[cell.column] = std::max(least[cell.column], least_width(cell.node));
    }
  }
  float sum = 0;
  float least_sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    natural[i] = std::max(natural[i], least[i]);
    sum += natural[i];
    least_sum += least[i];
  }
  if (sum <= 0) return natural;
  // More room than wanted goes to each by what it wants; too little is taken from what can be broken.
  const float share = sum > least_sum ? std::clamp((width - least_sum) / (sum - least_sum), 0.0F, 1.0F) : 1.0F;
  for (std::size_t i = 0; i < count; ++i) natural[i] = sum <= width ? natural[i] * width / sum : least[i] + (natural[i] - least[i]) * share;
  return natural;
}

float Arrangement::place_table(NodeIndex index, Room room) {
  const BoxStyle& style = style_of(index);
  float y = room.y;
  const std::string_view caption = in_.tree.text_of(node(index));
  const bool shows_caption = !caption.empty() && node(index).look != semantics::Appearance::Hours;
  if (shows_caption) {
    BoxStyle title;
    title.text = style.text;
    title.padding.bottom = 0.5F * style.rem;
    y += place_text_part(index, Part::Label, title, caption, {room.x, y, room.width, 0});
  }
  const auto rows = rows_of(index);
  const auto widths = column_widths(rows, room.width);
  for (const TableRow& row : rows) {
    const auto place_cells = [&](float least) {
      float highest = 0;
      for (const TableCell& cell : row.cells) {
        float x = room.x;
        for (std::size_t i = 0; i < cell.column; ++i) x += widths[i];
        float width = 0;
        for (std::size_t i = cell.column; i < std::min(cell.column + cell.span, widths.size()); ++i) width += widths[i];
        highest = std::max(highest, place(cell.node, {x, y, width, least}));
      }
      return highest;
    };
    const Point point = here();
    const float height = place_cells(0);
    take_back(point);
    add_box(row.node, Part::Whole, Shape::Surface, style_of(row.node), {room.x, y, room.width, height});
    place_cells(height);
    y += height;
  }
  return y - room.y;
}

}  // namespace stadttor::presentation::imgui
