// Paints a chart that has been laid out, and the value that is read out.
#pragma once

#include <optional>

#include "presentation/imgui/scenes/chart/chart_layout.h"
#include "presentation/imgui/scenes/scene_ink.h"

namespace stadttor::presentation::imgui::chart {

void paint_chart(const SceneInk& ink, const ChartData& data, const ChartLayout& layout);

// Marks the value and writes what it is beside it, within the scene's `width` and `height`.
void paint_readout(const SceneInk& ink, const ChartData& data, const ChartLayout& layout, ValuePlace place, double width, double height);

}  // namespace stadttor::presentation::imgui::chart
