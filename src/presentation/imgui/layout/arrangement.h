// One pass over the tree that puts boxes and text in their places. Private to layout/: page_layout begins it, the
// arrangement_* sources are its flows.
#pragma once

#include <vector>

#include "presentation/imgui/layout/page_layout.h"
#include "presentation/imgui/layout/text_flow.h"

namespace stadttor::presentation::imgui {

// Room for the content of a box.
struct Room {
  float x = 0;
  float y = 0;
  float width = 0;
  float least_height = 0;  // what its own box will have at least
};

class Arrangement {
 public:
  Arrangement(const LayoutInputs& inputs, LaidOutPage& page) : in_(inputs), page_(page) {}

  // Places a node's box; gives its height.
  float place(semantics::NodeIndex index, Room room);
  // Width of a node's box on one line.
  float natural_width(semantics::NodeIndex index);

 private:
  friend LaidOutPage layout_page(const LayoutInputs& inputs);
  using NodeIndex = semantics::NodeIndex;

  // Everything placed after this point can be moved, or taken back.
  struct Point {
    std::size_t boxes;
    std::size_t runs;
  };
  Point here() const { return {page_.boxes.size(), page_.runs.size()}; }
  void move(Point since, float by_x, float by_y);
  void take_back(Point point);

  const BoxStyle& style_of(NodeIndex index) const { return in_.styles[index]; }
  const semantics::Node& node(NodeIndex index) const { return in_.tree.node(index); }
  bool is_shown(NodeIndex index) const { return style_of(index).flow != Flow::Nothing; }
  bool is_inline(NodeIndex index) const { return style_of(index).placement == Placement::Inline; }
  std::vector<NodeIndex> children_of(NodeIndex index) const;          // shown, in the flow
  std::vector<NodeIndex> children_with(NodeIndex index, Placement placement) const;
  std::string_view own_text(NodeIndex index) const;  // what its box shows itself
  std::string_view kept(std::string text);

  // Content by flow; each gives the height of what it placed.
  float place_content(NodeIndex index, Room room);
  float place_column(NodeIndex index, Room room);
  float place_row(NodeIndex index, Room room);
  float place_leaf_row(NodeIndex index, Room room);
  float place_grid(NodeIndex index, Room room);
  float place_text_columns(NodeIndex index, Room room);
  float place_pairs(NodeIndex index, Room room);
  float place_leading_part(NodeIndex index, Room room);
  float place_table(NodeIndex index, Room room);
  float place_field(NodeIndex index, Room room);
  float place_check(NodeIndex index, Room room);
  float place_measure(NodeIndex index, Room room);
  float place_disclosure(NodeIndex index, Room room);
  void place_dropdown(NodeIndex index, const std::vector<NodeIndex>& children, Room room);
  float place_message(NodeIndex index, Room room);
  float place_picture(NodeIndex index, Room room);
  float place_scene(NodeIndex index, Room room);

  // Several nodes below each other, inline ones in lines of text. `text` is what stands before them.
  float place_below_each_other(NodeIndex owner, const std::vector<NodeIndex>& nodes, std::string_view text, Room room);
  float place_lines(NodeIndex owner, const std::vector<InlineItem>& items, Room room);
  void place_line(const TextLine& line, float x, float y);
  void show_hyphens(const TextLine& line, std::size_t first_run);
  void collect_inline(NodeIndex index, std::vector<InlineItem>& items);
  void collect_own_parts(NodeIndex index, std::vector<InlineItem>& items);
  void place_marker(NodeIndex index, const Box& box);
  void place_beyond_flow(NodeIndex index, std::size_t box);
  void place_floating(NodeIndex index, Room room);
  float natural_content_width(NodeIndex index);

  struct TableCell {
    NodeIndex node;
    std::size_t column;
    std::size_t span;
  };
  struct TableRow {
    NodeIndex node;
    std::vector<TableCell> cells;
  };
  std::vector<TableRow> rows_of(NodeIndex table) const;
  std::vector<float> column_widths(const std::vector<TableRow>& rows, float width);
  float least_width(NodeIndex index);

  // A part of a control: its box and its text. Gives the height.
  float place_text_part(NodeIndex index, Part part, const BoxStyle& style, std::string_view text, Room room);
  Box& add_box(NodeIndex index, Part part, Shape shape, const BoxStyle& style, Rect rect);
  void add_icon(NodeIndex index, std::string_view name, Colour colour, Rect rect);
  void place_control(NodeIndex index, Room room, float& y);

  const LayoutInputs& in_;
  LaidOutPage& page_;
  Layer layer_ = Layer::Page;
  std::deque<BoxStyle> part_styles_;  // of parts whose text is being placed
};

}  // namespace stadttor::presentation::imgui
