// Draws what belongs to one series of a chart: its line, a point of it, a bar with its pattern.
#pragma once

#include <vector>

#include "presentation/imgui/scenes/chart/chart_style.h"
#include "presentation/imgui/scenes/scene_ink.h"

namespace stadttor::presentation::imgui::chart {

// Places are the scene's.
void draw_series_line(const SceneInk& ink, const SeriesStyle& style, const std::vector<view::ScreenPoint>& points);
void draw_series_point(const SceneInk& ink, const SeriesStyle& style, view::ScreenPoint at, float radius);
void draw_series_bar(const SceneInk& ink, const SeriesStyle& style, const view::ScreenBox& box);

}  // namespace stadttor::presentation::imgui::chart
