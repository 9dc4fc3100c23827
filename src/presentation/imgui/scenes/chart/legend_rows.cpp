#include "presentation/imgui/scenes/chart/legend_rows.h"

#include "presentation/imgui/scenes/label_lines.h"

namespace stadttor::presentation::imgui::chart {

namespace {

constexpr double kEdge = 4;
constexpr double kText = 0.875;  // of body text
constexpr double kRow = 1.6;     // of the legend's text
constexpr double kSignWidth = 26;
constexpr double kSignGap = 6;
constexpr double kEntryGap = 18;

}  // namespace

double add_legend(const ChartData& data, const ChartPlace& place, const TextWidth& width_of, ChartLayout& layout) {
  const double size = place.text_size * kText;
  const double row = size * kRow;
  double x = kEdge;
  double y = kEdge;
  for (std::size_t series = 0; series < data.series.size(); ++series) {
    const std::string text = shortened(data.series[series].name, place.width - 2 * kEdge - kSignWidth - kSignGap, size, width_of);
    const double width = kSignWidth + kSignGap + width_of(text, size);
    if (x > kEdge && x + width > place.width - kEdge) {
      x = kEdge;
      y += row;
    }
    if (y + row > place.height / 2) break;
    const double sign = size * 0.9;
    layout.legend.push_back({series, {x, y + (row - sign) / 2, x + kSignWidth, y + (row + sign) / 2}});
    layout.labels.push_back({text, {x + width - width_of(text, size) / 2, y + row / 2}, size, ChartTextSort::Legend});
    x += width + kEntryGap;
  }
  return y + row;
}

}  // namespace stadttor::presentation::imgui::chart
