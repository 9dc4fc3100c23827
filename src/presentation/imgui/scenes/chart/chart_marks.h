// Places the values of a chart along its two axes. Where the axes themselves stand is chart_layout's matter.
#pragma once

#include <vector>

#include "presentation/imgui/scenes/chart/chart_layout.h"

namespace stadttor::presentation::imgui::chart {

struct ValueRange {
  double least = 0;
  double greatest = 0;
};

// What the value axis has to reach: of stacks, their sums.
ValueRange range_of(const ChartData& data);

// `layout` has its plot, direction and band.
std::vector<ChartMark> marks_of(const ChartData& data, const AxisScale& scale, const ChartLayout& layout);

}  // namespace stadttor::presentation::imgui::chart
