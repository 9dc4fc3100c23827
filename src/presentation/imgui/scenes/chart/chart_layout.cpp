#include "presentation/imgui/scenes/chart/chart_layout.h"

#include <algorithm>
#include <cmath>

#include "presentation/imgui/scenes/chart/chart_marks.h"
#include "presentation/imgui/scenes/chart/legend_rows.h"
#include "presentation/imgui/scenes/chart/number_style.h"
#include "presentation/imgui/scenes/label_lines.h"

namespace stadttor::presentation::imgui::chart {

using view::ScreenBox;
using view::ScreenPoint;

namespace {

constexpr double kEdge = 4;
constexpr double kGap = 8;
constexpr double kLineHeight = 1.3;
constexpr double kTickText = 0.8125;   // of body text
constexpr double kTickEvery = 46;      // pixels between two lines of the grid at least, for values above each other
constexpr int kMostTicks = 8;
constexpr double kNamesShare = 0.42;   // of the width that names beside lying bars may take
constexpr std::size_t kMostNameLines = 2;
constexpr double kReach = 24;          // pixels: WCAG 2.2, 2.5.8, no target is smaller

bool begins_with_digit(const std::string& text) { return !text.empty() && text.front() >= '0' && text.front() <= '9'; }

class Arranging {
 public:
  Arranging(const ChartData& data, const ChartPlace& place, const TextWidth& width_of)
      : data_(data), place_(place), width_of_(width_of), size_(place.text_size * kTickText), line_(size_ * kLineHeight) {
    for (const ChartSeries& series : data.series) {
      for (const ChartValue& value : series.values) {
        if (value.is_there) numbers_.learn(value.text, value.written);
      }
    }
  }

  ChartLayout arranged() {
    double top = kEdge;
    if (data_.series.size() > 1) top = add_legend(data_, {place_.width, place_.height, place_.text_size}, width_of_, layout_) + kGap;
    if (!data_.unit.empty()) top = add_unit(top);
    layout_.plot = {kEdge, top, place_.width - kEdge, place_.height - kEdge};
    layout_.is_lying = wants_to_lie();
    if (layout_.is_lying) {
      arrange_lying();
    } else {
      arrange_standing();
    }
    layout_.marks = marks_of(data_, scale_, layout_);
    if (data_.runs_right_to_left) mirror();
    return std::move(layout_);
  }

 private:
  double width_of(std::string_view text) const { return width_of_(text, size_); }
  double widest_category() const {
    double widest = 0;
    for (const std::string& category : data_.categories) widest = std::max(widest, width_of(category));
    return widest;
  }

  double add_unit(double top) {
    const std::string text = shortened(data_.unit, place_.width - 2 * kEdge, size_, width_of_);
    layout_.labels.push_back({text, {kEdge + width_of(text) / 2, top + line_ / 2}, size_, ChartTextSort::Unit});
    return top + line_ + kGap / 2;
  }

  // Names that would have to be left out stand beside lying bars. Years may be left out: who sees 2019 and 2021 knows what
  // is between them.
  bool wants_to_lie() const {
    if (data_.kind == ChartKind::Line) return false;
    if (std::all_of(data_.categories.begin(), data_.categories.end(), begins_with_digit)) return false;
    const double band = (layout_.plot.width() - 5 * size_) / static_cast<double>(data_.categories.size());
    return widest_category() + kGap > band;
  }

  void set_scale(int most_ticks) {
    const ValueRange range = range_of(data_);
    const AxisStart start = data_.kind == ChartKind::Line ? AxisStart::NearData : AxisStart::Zero;
    scale_ = axis_scale_from(range.least, range.greatest, std::clamp(most_ticks, 1, kMostTicks), data_.is_whole, start);
  }
  std::string written(double tick) const { return numbers_.written(tick, scale_.decimals); }
  double widest_tick() const {
    double widest = 0;
    for (const double tick : scale_.ticks()) widest = std::max(widest, width_of(written(tick)));
    return widest;
  }

  void arrange_standing() {
    ScreenBox& plot = layout_.plot;
    plot.bottom -= line_ + kGap;
    plot.top += line_ / 2;  // the uppermost number stands beside its line
    plot.bottom = std::max(plot.bottom, plot.top + 1);
    set_scale(static_cast<int>(plot.height() / std::max(kTickEvery, 2 * line_)));
    plot.left += widest_tick() + kGap;
    plot.right = std::max(plot.right, plot.left + 1);
    layout_.band = plot.width() / static_cast<double>(data_.categories.size());
    for (const double tick : scale_.ticks()) {
      const double y = plot.bottom - scale_.share_of(tick) * plot.height();
      const std::string text = written(tick);
      layout_.grid.push_back({{plot.left, y}, {plot.right, y}, tick == 0});
      layout_.labels.push_back({text, {plot.left - kGap - width_of(text) / 2, y}, size_, ChartTextSort::Tick});
    }
    add_categories_below();
  }

  // Each one, or each second, third ... counted back from the last, which is the newest of years.
  void add_categories_below() {
    const std::size_t count = data_.categories.size();
    const double widest = std::min(widest_category(), layout_.plot.width());
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + kGap) / layout_.band)));
    double end = place_.width;  // what stands further right begins here
    for (std::size_t i = count; i-- > 0;) {
      if ((count - 1 - i) % every != 0) continue;
      const std::string text = shortened(data_.categories[i], widest, size_, width_of_);
      const double half = width_of(text) / 2;
      const double x = layout_.plot.left + (static_cast<double>(i) + 0.5) * layout_.band;
      const double kept = std::clamp(x, layout_.plot.left + half, std::max(layout_.plot.left + half, place_.width - kEdge - half));
      // The outer ones may have been moved in from the edges.
      if (kept + half > end) continue;
      end = kept - half - kGap / 2;
      layout_.labels.push_back({text, {kept, layout_.plot.bottom + kGap + line_ / 2}, size_, ChartTextSort::Category});
    }
  }

  void arrange_lying() {
    ScreenBox& plot = layout_.plot;
    const double names = std::min(widest_category(), plot.width() * kNamesShare);
    const double begin = plot.left;
    plot.left += names + kGap;
    plot.bottom = std::max(plot.bottom - line_ - kGap, plot.top + 1);
    layout_.band = plot.height() / static_cast<double>(data_.categories.size());
    // As many lines as their numbers find room beside each other.
    for (int most = kMostTicks; most >= 1; --most) {
      set_scale(most);
      if ((widest_tick() + 2 * kGap) * static_cast<double>(scale_.ticks().size() - 1) <= plot.width()) break;
    }
    // Half of the last number stands beyond the last line.
    plot.right = std::max(plot.right - widest_tick() / 2, plot.left + 1);
    for (const double tick : scale_.ticks()) {
      const double x = plot.left + scale_.share_of(tick) * plot.width();
      layout_.grid.push_back({{x, plot.top}, {x, plot.bottom}, tick == 0});
      layout_.labels.push_back({written(tick), {x, plot.bottom + kGap + line_ / 2}, size_, ChartTextSort::Tick});
    }
    const auto room = static_cast<std::size_t>(std::max(layout_.band / line_, 1.0));
    for (std::size_t i = 0; i < data_.categories.size(); ++i) {
      // A name that has no room at all can still be heard and pointed at.
      if (layout_.band < line_ && i % static_cast<std::size_t>(std::ceil(line_ / layout_.band)) != 0) continue;
      const auto lines = lines_of(data_.categories[i], names, std::min(room, kMostNameLines), size_, width_of_);
      double y = plot.top + (static_cast<double>(i) + 0.5) * layout_.band - line_ * static_cast<double>(lines.size() - 1) / 2;
      for (const std::string& text : lines) {
        layout_.labels.push_back({text, {begin + names - width_of(text) / 2, y}, size_, ChartTextSort::Category});
        y += line_;
      }
    }
  }

  void mirror() {
    const auto mirror_x = [this](double& x) { x = place_.width - x; };
    const auto mirror_box = [&](ScreenBox& box) { box = {place_.width - box.right, box.top, place_.width - box.left, box.bottom}; };
    mirror_box(layout_.plot);
    for (GridLine& line : layout_.grid) {
      mirror_x(line.from.x);
      mirror_x(line.to.x);
    }
    for (ChartLabel& label : layout_.labels) mirror_x(label.middle.x);
    for (LegendSign& sign : layout_.legend) mirror_box(sign.box);
    for (ChartMark& mark : layout_.marks) mirror_box(mark.box);
  }

  const ChartData& data_;
  const ChartPlace place_;
  const TextWidth& width_of_;
  const double size_;
  const double line_;
  NumberStyle numbers_;
  AxisScale scale_;
  ChartLayout layout_;
};

}  // namespace

ChartLayout chart_layout_of(const ChartData& data, const ChartPlace& place, const TextWidth& width_of) { return Arranging(data, place, width_of).arranged(); }

const ChartMark* find_mark(const ChartLayout& layout, ScreenPoint point) {
  const ChartMark* found = nullptr;
  double nearest = kReach;
  for (const ChartMark& mark : layout.marks) {
    const double dx = std::max({mark.box.left - point.x, point.x - mark.box.right, 0.0});
    const double dy = std::max({mark.box.top - point.y, point.y - mark.box.bottom, 0.0});
    const double away = std::hypot(dx, dy);
    if (away > nearest || (found != nullptr && away == nearest)) continue;
    found = &mark;
    nearest = away;
  }
  return found;
}

}  // namespace stadttor::presentation::imgui::chart
