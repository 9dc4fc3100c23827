#include "presentation/imgui/scenes/chart/chart_marks.h"

#include <algorithm>

namespace stadttor::presentation::imgui::chart {

using view::ScreenBox;

namespace {

constexpr double kGroupShare = 0.74;    // of a category's band that bars take
constexpr double kBetweenBars = 2;      // pixels, where there is room
constexpr double kLeastBar = 1;         // pixels: a value beside a large one is still seen
constexpr double kWidestBar = 72;

struct Span {
  double from = 0;
  double to = 0;
};

class Placing {
 public:
  Placing(const ChartData& data, const AxisScale& scale, const ChartLayout& layout) : data_(data), scale_(scale), layout_(layout) {}

  std::vector<ChartMark> all() const {
    std::vector<ChartMark> marks;
    std::vector<double> above(data_.categories.size(), 0);
    std::vector<double> below(data_.categories.size(), 0);
    for (std::size_t series = 0; series < data_.series.size(); ++series) {
      for (std::size_t category = 0; category < data_.categories.size(); ++category) {
        const ChartValue& value = data_.series[series].values[category];
        if (!value.is_there) continue;
        ChartMark mark{{series, category}, {}};
        switch (data_.kind) {
          case ChartKind::Line: {
            const double middle = band_middle(category);
            mark.box = box_of({middle, middle}, {value.number, value.number}, 0);
            break;
          }
          case ChartKind::Bar: mark.box = box_of(bar_span(series, category), {0, value.number}, kLeastBar); break;
          case ChartKind::Stacked: {
            double& sum = value.number < 0 ? below[category] : above[category];
            mark.box = box_of(stack_span(category), {sum, sum + value.number}, 0);
            sum += value.number;
            break;
          }
        }
        marks.push_back(mark);
      }
    }
    return marks;
  }

 private:
  double along_begin() const { return layout_.is_lying ? layout_.plot.top : layout_.plot.left; }
  double band_middle(std::size_t category) const { return along_begin() + (static_cast<double>(category) + 0.5) * layout_.band; }

  Span stack_span(std::size_t category) const {
    const double half = std::min(layout_.band * kGroupShare, kWidestBar) / 2;
    return {band_middle(category) - half, band_middle(category) + half};
  }

  Span bar_span(std::size_t series, std::size_t category) const {
    const auto count = static_cast<double>(data_.series.size());
    const double width = std::min(layout_.band * kGroupShare / count, kWidestBar);
    const double gap = width > 4 * kBetweenBars ? kBetweenBars : 0;
    const double begin = band_middle(category) - width * count / 2 + width * static_cast<double>(series);
    return {begin + gap / 2, begin + width - gap / 2};
  }

  double screen_of(double value) const {
    const double share = scale_.share_of(value);
    return layout_.is_lying ? layout_.plot.left + share * layout_.plot.width() : layout_.plot.bottom - share * layout_.plot.height();
  }

  // `least`: no thinner between its two values.
  ScreenBox box_of(Span along, Span values, double least) const {
    double from = screen_of(values.from);
    double to = screen_of(values.to);
    const double away = layout_.is_lying == (values.to >= values.from) ? 1 : -1;
    if (std::abs(to - from) < least) to = from + away * least;
    if (from > to) std::swap(from, to);
    return layout_.is_lying ? ScreenBox{from, along.from, to, along.to} : ScreenBox{along.from, from, along.to, to};
  }

  const ChartData& data_;
  const AxisScale& scale_;
  const ChartLayout& layout_;
};

}  // namespace

ValueRange range_of(const ChartData& data) {
  ValueRange range;
  bool has_any = false;
  const auto take = [&](double value) {
    range.least = has_any ? std::min(range.least, value) : value;
    range.greatest = has_any ? std::max(range.greatest, value) : value;
    has_any = true;
  };
  for (std::size_t category = 0; category < data.categories.size(); ++category) {
    double above = 0;
    double below = 0;
    for (const ChartSeries& series : data.series) {
      const ChartValue& value = series.values[category];
      if (!value.is_there) continue;
      (value.number < 0 ? below : above) += value.number;
      if (data.kind != ChartKind::Stacked) take(value.number);
    }
    if (data.kind != ChartKind::Stacked) continue;
    take(above);
    take(below);
  }
  return range;
}

std::vector<ChartMark> marks_of(const ChartData& data, const AxisScale& scale, const ChartLayout& layout) { return Placing(data, scale, layout).all(); }

}  // namespace stadttor::presentation::imgui::chart
