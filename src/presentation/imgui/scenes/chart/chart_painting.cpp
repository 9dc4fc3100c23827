#include "presentation/imgui/scenes/chart/chart_painting.h"

#include <algorithm>

#include "presentation/imgui/scenes/chart/series_ink.h"

namespace stadttor::presentation::imgui::chart {

using view::ScreenBox;
using view::ScreenPoint;

namespace {

constexpr float kPoint = 4;
// Points closer to each other than this are only a thicker line.
constexpr double kLeastBandForPoints = 7;
constexpr double kReadoutGap = 10;
constexpr double kReadoutEdge = 9;

InkText text_of(const SceneInk& ink, ChartTextSort sort, double size) {
  const ColourToken colour = sort == ChartTextSort::Legend ? ColourToken::Text : ColourToken::MutedText;
  return {TextWeight::Regular, static_cast<float>(size), ink.theme.colour(colour), ink.theme.colour(ColourToken::Background)};
}

void paint_lines(const SceneInk& ink, const ChartLayout& layout, std::size_t series, const SeriesStyle& style) {
  std::vector<ScreenPoint> run;
  std::size_t last = 0;
  for (const ChartMark& mark : layout.marks) {
    if (mark.place.series != series) continue;
    // What was not counted leaves a gap.
    if (!run.empty() && mark.place.category != last + 1) {
      draw_series_line(ink, style, run);
      run.clear();
    }
    run.push_back(mark.middle());
    last = mark.place.category;
  }
  draw_series_line(ink, style, run);
}

void paint_legend_sign(const SceneInk& ink, ChartKind kind, const LegendSign& sign, const SeriesStyle& style) {
  if (kind != ChartKind::Line) return draw_series_bar(ink, style, sign.box);
  const double y = (sign.box.top + sign.box.bottom) / 2;
  draw_series_line(ink, style, {{sign.box.left, y}, {sign.box.right, y}});
  draw_series_point(ink, style, {(sign.box.left + sign.box.right) / 2, y}, kPoint);
}

// Where a value that was not counted would be.
ScreenPoint empty_place_of(const ChartData& data, const ChartLayout& layout, std::size_t category) {
  const double along = (static_cast<double>(category) + 0.5) * layout.band;
  const ScreenBox& plot = layout.plot;
  if (layout.is_lying) return {data.runs_right_to_left ? plot.right : plot.left, plot.top + along};
  return {data.runs_right_to_left ? plot.right - along : plot.left + along, plot.bottom};
}

}  // namespace

void paint_chart(const SceneInk& ink, const ChartData& data, const ChartLayout& layout) {
  const Colour line = ink.theme.colour(ColourToken::DecorativeBorder);
  for (const GridLine& grid : layout.grid) {
    if (!grid.is_zero) ink.list.AddLine(ink.at(grid.from), ink.at(grid.to), line, 1);
  }
  std::vector<SeriesStyle> styles;
  for (std::size_t series = 0; series < data.series.size(); ++series) styles.push_back(series_style_of(series, ink.theme));
  if (data.kind == ChartKind::Line) {
    for (std::size_t series = 0; series < styles.size(); ++series) paint_lines(ink, layout, series, styles[series]);
    for (const ChartMark& mark : layout.marks) {
      if (layout.band >= kLeastBandForPoints || data.categories.size() == 1) draw_series_point(ink, styles[mark.place.series], mark.middle(), kPoint);
    }
  } else {
    for (const ChartMark& mark : layout.marks) draw_series_bar(ink, styles[mark.place.series], mark.box);
  }
  // The line that bars stand on is drawn over them.
  for (const GridLine& grid : layout.grid) {
    if (grid.is_zero) ink.list.AddLine(ink.at(grid.from), ink.at(grid.to), ink.theme.colour(ColourToken::Border), 1.5F);
  }
  for (const LegendSign& sign : layout.legend) paint_legend_sign(ink, data.kind, sign, styles[sign.series]);
  for (const ChartLabel& label : layout.labels) ink.text->write(ink.list, text_of(ink, label.sort, label.size), ink.at(label.middle), label.text, 0);
}

void paint_readout(const SceneInk& ink, const ChartData& data, const ChartLayout& layout, ValuePlace place, double width, double height) {
  const Theme& theme = ink.theme;
  const auto mark = std::find_if(layout.marks.begin(), layout.marks.end(), [&](const ChartMark& one) { return one.place == place; });
  const ScreenPoint at = mark == layout.marks.end() ? empty_place_of(data, layout, place.category) : mark->middle();
  const SeriesStyle style = series_style_of(place.series, theme);
  if (mark != layout.marks.end() && data.kind == ChartKind::Line) {
    ink.list.AddCircleFilled(ink.at(at), kPoint * 2.2F, theme.colour(ColourToken::Focus));
    ink.list.AddCircleFilled(ink.at(at), kPoint * 1.7F, theme.colour(ColourToken::Background));
    draw_series_point(ink, style, at, kPoint * 1.2F);
  } else if (mark != layout.marks.end()) {
    ink.list.AddRect(ink.at({mark->box.left - 2, mark->box.top - 2}), ink.at({mark->box.right + 2, mark->box.bottom + 2}), theme.colour(ColourToken::Text), 1, ImDrawFlags_None, 2.5F);
  }
  const auto size = static_cast<float>(ink.text_size * 0.875F);
  const InkText name{TextWeight::Regular, size, theme.colour(ColourToken::Text), theme.colour(ColourToken::Background)};
  const InkText value{TextWeight::Bold, size, name.colour, name.halo};
  const ReadoutWords words = readout_words_of(data, place);
  const double text_width = static_cast<double>(std::max(ink.text->size_of(name, words.what).x, ink.text->size_of(value, words.how_much).x));
  const double line = static_cast<double>(size) * 1.4;
  const double box_width = text_width + 2 * kReadoutEdge;
  const double box_height = 2 * line + kReadoutEdge;
  // Above the value where there is room, else below; never beyond the scene.
  const double reach = mark == layout.marks.end() || data.kind == ChartKind::Line ? kReadoutGap : mark->box.height() / 2 + kReadoutGap / 2;
  double top = at.y - reach - box_height;
  if (top < 0) top = std::min(at.y + reach, height - box_height);
  const double left = std::clamp(at.x - box_width / 2, 1.0, std::max(1.0, width - box_width - 1));
  const ImVec2 least = ink.at({left, top});
  const ImVec2 most = ink.at({left + box_width, top + box_height});
  ink.list.AddRectFilled(least, most, theme.colour(ColourToken::Background), 4);
  ink.list.AddRect(least, most, theme.colour(ColourToken::Border), 4, ImDrawFlags_None, 1.5F);
  const double middle = left + box_width / 2;
  ink.text->write(ink.list, name, ink.at({middle, top + kReadoutEdge / 2 + line / 2}), words.what, 0);
  ink.text->write(ink.list, value, ink.at({middle, top + kReadoutEdge / 2 + line * 1.5}), words.how_much, 0);
}

}  // namespace stadttor::presentation::imgui::chart
