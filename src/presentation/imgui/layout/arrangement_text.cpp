// Below each other: boxes, and between them lines of text with what stands in them.
#include <algorithm>

#include "presentation/imgui/layout/arrangement.h"

namespace stadttor::presentation::imgui {

using semantics::NodeIndex;
using semantics::Property;

float Arrangement::place_column(NodeIndex index, Room room) {
  return place_below_each_other(index, children_of(index), own_text(index), room);
}

float Arrangement::place_below_each_other(NodeIndex owner, const std::vector<NodeIndex>& nodes, std::string_view text, Room room) {
  const BoxStyle& style = style_of(owner);
  float y = room.y;
  bool is_first = true;
  constexpr std::size_t kNoBox = static_cast<std::size_t>(-1);
  std::size_t growing = kNoBox;
  Point behind_growing = here();
  std::vector<InlineItem> items;
  if (!text.empty()) collect_own_parts(owner, items);
  const auto flush = [&] {
    if (items.empty()) return;
    if (!is_first) y += style.row_gap;
    y += place_lines(owner, items, {room.x, y, room.width, 0});
    is_first = false;
    items.clear();
  };
  for (const NodeIndex child : nodes) {
    if (is_inline(child)) {
      collect_inline(child, items);
      continue;
    }
    flush();
    if (!is_first) y += style_of(child).space_before + style.row_gap;
    const bool fills = nodes.size() == 1 && style.fills_height && style_of(child).fills_height;
    const std::size_t box = page_.boxes.size();
    y += place(child, {room.x, y, room.width, fills ? room.least_height : 0});
    is_first = false;
    if (!style_of(child).takes_rest) continue;
    growing = box;
    behind_growing = here();
  }
  flush();
  const float rest = room.y + room.least_height - y;
  if (growing == kNoBox || rest <= 0) return y - room.y;
  page_.boxes[growing].rect.height += rest;
  move(behind_growing, 0, rest);
  return room.least_height;
}

// What a box shows of its own: an icon, its text, an icon that belongs to its look.
void Arrangement::collect_own_parts(NodeIndex index, std::vector<InlineItem>& items) {
  const BoxStyle& style = style_of(index);
  const auto add_atom = [&](float size) {
    InlineItem atom;
    atom.node = index;
    atom.style = &style;
    atom.is_atom = true;
    atom.width = size + 0.25F * style.rem;
    atom.height = size;
    items.push_back(atom);
  };
  if (in_.tree.has_property(node(index), Property::IconName)) add_atom(style.icon_size);
  append_words(own_text(index), index, style, in_.measure, items);
}

void Arrangement::collect_inline(NodeIndex index, std::vector<InlineItem>& items) {
  const BoxStyle& style = style_of(index);
  if (!is_shown(index)) return;
  const bool is_box = !is_inline(index) || style.flow == Flow::Row || style.flow == Flow::Picture;
  if (is_box) {
    InlineItem atom;
    atom.node = index;
    atom.style = &style;
    atom.is_atom = true;
    atom.width = natural_width(index);
    const Point point = here();
    atom.height = place(index, {0, 0, atom.width, 0});
    take_back(point);
    atom.may_break_before = !items.empty() && items.back().follows_space && items.back().text.empty();
    items.push_back(atom);
    return;
  }
  collect_own_parts(index, items);
  for (NodeIndex child = index + 1; child < node(index).subtree_end; child = node(child).subtree_end) collect_inline(child, items);
}

float Arrangement::place_lines(NodeIndex owner, const std::vector<InlineItem>& items, Room room) {
  const BoxStyle& style = style_of(owner);
  float width = room.width;
  if (style.is_balanced) width = balanced_width(items, width, style.text, in_.measure);
  float y = room.y;
  for (const TextLine& line : break_lines(items, width, style.text, in_.measure)) {
    const bool is_centred = style.text.alignment == Alignment::Centre;
    place_line(line, room.x + (is_centred ? (room.width - line.width) / 2 : 0), y);
    y += line.height;
  }
  return y - room.y;
}

// Neighbouring words of one text become one run, so that they are drawn, and underlined, without a seam.
void Arrangement::place_line(const TextLine& line, float x, float y) {
  const std::size_t first_run = page_.runs.size();
  std::size_t run_before = first_run;
  for (const LineItem& part : line.items) {
    const InlineItem& item = part.item;
    if (item.is_atom) {
      const float top = y + (line.height - item.height) / 2;
      if (in_.tree.has_property(node(item.node), Property::IconName)) {
        const float size = item.style->icon_size;
        add_icon(item.node, in_.tree.property_of(node(item.node), Property::IconName), item.style->icon_colour, {x + part.x, top, size, size});
      } else {
        place(item.node, {x + part.x, top, item.width, 0});
      }
      run_before = page_.runs.size();
      continue;
    }
    if (item.text.empty()) continue;
    if (page_.runs.size() > run_before) {
      TextRun& last = page_.runs.back();
      const char* const end_of_last = last.text.data() + last.text.size();
      const bool goes_on = last.node == item.node && item.text.data() >= end_of_last && item.text.data() <= end_of_last + 1 &&
                           (item.text.data() > end_of_last) == item.follows_space;
      if (goes_on) {
        last.text = std::string_view(last.text.data(), static_cast<std::size_t>(item.text.data() + item.text.size() - last.text.data()));
        last.rect.width = x + part.x + item.width - last.rect.x;
        continue;
      }
    }
    TextRun run;
    run.node = item.node;
    run.layer = layer_;
    run.style = item.style->text;
    run.opacity = item.style->opacity;
    run.text = item.text;
    run.rect = {x + part.x, y, item.width, line.height};
    run.baseline = y + line.baseline;
    page_.runs.push_back(run);
  }
  show_hyphens(line, first_run);
}

// Last, because neighbouring words are known by their places in the tree's text.
void Arrangement::show_hyphens(const TextLine& line, std::size_t first_run) {
  for (std::size_t i = first_run; i < page_.runs.size(); ++i) {
    TextRun& run = page_.runs[i];
    std::string shown = without_soft_hyphens(run.text);
    if (line.is_hyphenated && i + 1 == page_.runs.size()) shown += '-';
    if (shown != run.text) run.text = kept(std::move(shown));
  }
}

float Arrangement::place_text_part(NodeIndex index, Part part, const BoxStyle& style, std::string_view text, Room room) {
  part_styles_.push_back(style);
  const BoxStyle& kept_style = part_styles_.back();
  const Edges frame = style.frame();
  std::vector<InlineItem> items;
  append_words(text, index, kept_style, in_.measure, items);
  const std::size_t box = page_.boxes.size();
  add_box(index, part, Shape::Surface, style, {room.x, room.y, room.width, 0});
  const std::size_t first_run = page_.runs.size();
  float y = room.y + frame.top;
  for (const TextLine& line : break_lines(items, room.width - frame.across(), style.text, in_.measure)) {
    place_line(line, room.x + frame.start, y);
    y += line.height;
  }
  for (std::size_t i = first_run; i < page_.runs.size(); ++i) page_.runs[i].part = part;
  page_.boxes[box].rect.height = y + frame.bottom - room.y;
  return page_.boxes[box].rect.height;
}

float Arrangement::natural_width(NodeIndex index) {
  const BoxStyle& style = style_of(index);
  if (!is_shown(index)) return 0;
  const float marker = style.marker == Marker::Dot ? 0.625F * style.rem + style.column_gap : style.marker == Marker::Chevron ? 1.5F * style.rem : 0;
  // A little more, so that sums of rounded numbers never break a line that fits.
  const float width = natural_content_width(index) + marker + style.frame().across() + style.margin.across() + 0.5F;
  return std::min(std::max(width, style.minimum_width), style.maximum_width);
}

float Arrangement::natural_content_width(NodeIndex index) {
  const BoxStyle& style = style_of(index);
  const bool is_row = style.flow == Flow::Row;
  float widest = 0;
  float sum = 0;
  std::vector<InlineItem> items;
  if (style.flow == Flow::Picture) return style.maximum_width < kUnlimited ? style.maximum_width : 20 * style.rem;
  if (style.flow == Flow::Disclosure || style.flow == Flow::Message || style.flow == Flow::Check) {
    append_words(in_.tree.text_of(node(index)), index, style, in_.measure, items);
    const bool has_icon = in_.tree.has_property(node(index), Property::IconName);
    const bool has_sign = style.flow == Flow::Disclosure || !style.icon_after.empty();
    const float icons = (has_icon ? 1.5F * style.rem + style.column_gap : 0) + (has_sign ? style.icon_size + style.column_gap : 0);
    return width_on_one_line(items, in_.measure) + icons + (style.flow == Flow::Check ? 4 * style.rem : 0);
  }
  if (style.flow == Flow::Field) return 16 * style.rem;
  if (style.flow == Flow::Grid) return style.column_width;
  const bool is_leaf = !own_text(index).empty();
  if (is_leaf) {
    append_words(own_text(index), index, style, in_.measure, items);
    if (is_row && in_.tree.has_property(node(index), Property::IconName)) sum += style.icon_size + style.column_gap;
    if (!is_row && in_.tree.has_property(node(index), Property::IconName)) sum += style.icon_size + 0.25F * style.rem;
    if (!style.icon_after.empty()) sum += style.icon_size + style.column_gap;
  }
  const auto end_line = [&] {
    const float line = width_on_one_line(items, in_.measure);
    items.clear();
    widest = std::max(widest, line);
    sum += line;
  };
  bool is_first = true;
  for (const NodeIndex child : children_of(index)) {
    if (is_inline(child) && !is_row) {
      collect_inline(child, items);
      continue;
    }
    end_line();
    const float width = natural_width(child);
    widest = std::max(widest, width);
    if (style.flow == Flow::LeadingPart && is_first) {
      sum += style.column_gap + width;
      is_first = false;
      widest = 0;
      continue;
    }
    sum += width + (is_first || !is_row ? 0 : style.column_gap);
    is_first = false;
  }
  end_line();
  if (style.flow == Flow::LeadingPart) return style.column_width + style.column_gap + widest;
  return is_row || is_leaf ? std::max(sum, widest) : widest;
}

}  // namespace stadttor::presentation::imgui
