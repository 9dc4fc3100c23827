// Where everything of a chart stands: axes with round numbers, names that never meet, a legend, and a mark for each value.
// Pure geometry in CSS pixels; how a mark looks is chart_painting's matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "presentation/imgui/scenes/chart/axis_scale.h"
#include "presentation/imgui/scenes/chart/chart_data.h"
#include "presentation/imgui/scenes/label_lines.h"
#include "presentation/imgui/scenes/view/view_places.h"

namespace stadttor::presentation::imgui::chart {

struct ChartPlace {
  double width = 1;
  double height = 1;
  double text_size = 16;  // of body text
};

enum class ChartTextSort : std::uint8_t { Tick, Category, Unit, Legend };

struct ChartLabel {
  std::string text;
  view::ScreenPoint middle;
  double size = 12;
  ChartTextSort sort = ChartTextSort::Tick;
};

struct GridLine {
  view::ScreenPoint from;
  view::ScreenPoint to;
  bool is_zero = false;
};

struct LegendSign {
  std::size_t series = 0;
  view::ScreenBox box;
};

// A bar, a part of a stack, or (without a size) a point of a line.
struct ChartMark {
  ValuePlace place;
  view::ScreenBox box;

  view::ScreenPoint middle() const { return {(box.left + box.right) / 2, (box.top + box.bottom) / 2}; }
};

struct ChartLayout {
  view::ScreenBox plot;
  bool is_lying = false;  // categories stand below each other, bars run sideways
  double band = 1;        // pixels of one category
  std::vector<GridLine> grid;
  std::vector<ChartLabel> labels;
  std::vector<LegendSign> legend;
  std::vector<ChartMark> marks;  // series by series; what was not counted has none
};

ChartLayout chart_layout_of(const ChartData& data, const ChartPlace& place, const TextWidth& width_of);

// The mark that is there or nearest, not farther than a finger is wide; null where none is.
const ChartMark* find_mark(const ChartLayout& layout, view::ScreenPoint point);

}  // namespace stadttor::presentation::imgui::chart
