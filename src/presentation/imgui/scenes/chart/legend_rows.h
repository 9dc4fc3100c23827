// The legend above a chart: a sign and a name for each series, in as many rows as they need.
#pragma once

#include "presentation/imgui/scenes/chart/chart_layout.h"

namespace stadttor::presentation::imgui::chart {

// Adds signs and names to `layout` and returns where the legend ends. It takes at most half of the chart's height; series
// beyond that are named where they are pointed at.
double add_legend(const ChartData& data, const ChartPlace& place, const TextWidth& width_of, ChartLayout& layout);

}  // namespace stadttor::presentation::imgui::chart
