#include "presentation/imgui/scenes/chart/series_ink.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::chart {

using view::ScreenBox;
using view::ScreenPoint;

namespace {

constexpr float kLine = 2.25F;
constexpr float kOutline = 1.5F;
constexpr double kPatternEvery = 6;
// Patterns in less room would be a grey mist.
constexpr double kLeastPatternSide = 5;
constexpr float kTint = 0.14F;

void draw_dashed(const SceneInk& ink, const SeriesStyle& style, const std::vector<ScreenPoint>& points) {
  const double period = static_cast<double>(style.dash.drawn + style.dash.gap);
  double along = 0;  // since the last dash began
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const ScreenPoint a = points[i];
    const ScreenPoint b = points[i + 1];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    for (double at = -along; at < length; at += period) {
      const double from = std::max(at, 0.0) / length;
      const double to = std::min(at + static_cast<double>(style.dash.drawn), length) / length;
      if (to <= from) continue;
      ink.list.AddLine(ink.at({a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from}), ink.at({a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to}), style.colour, kLine);
    }
    along = std::fmod(along + length, period);
  }
}

// Lines that climb by one pixel a pixel (`rise` 1) or fall (-1), cut off at the box.
void draw_slanting(const SceneInk& ink, Colour colour, const ScreenBox& box, double rise) {
  const double every = kPatternEvery * 1.4;
  // x + rise * y is the same along a line.
  const double first = box.left + std::min(rise * box.top, rise * box.bottom);
  const double last = box.right + std::max(rise * box.top, rise * box.bottom);
  for (double sum = std::ceil(first / every) * every; sum < last; sum += every) {
    const double least_x = std::max(box.left, rise > 0 ? sum - box.bottom : sum + box.top);
    const double most_x = std::min(box.right, rise > 0 ? sum - box.top : sum + box.bottom);
    if (least_x >= most_x) continue;
    ink.list.AddLine(ink.at({least_x, (sum - least_x) * rise}), ink.at({most_x, (sum - most_x) * rise}), colour, kOutline);
  }
}

void draw_level(const SceneInk& ink, Colour colour, const ScreenBox& box) {
  for (double y = box.bottom - kPatternEvery * 0.75; y > box.top; y -= kPatternEvery * 0.75) ink.list.AddLine(ink.at({box.left, y}), ink.at({box.right, y}), colour, kOutline);
}

}  // namespace

void draw_series_line(const SceneInk& ink, const SeriesStyle& style, const std::vector<ScreenPoint>& points) {
  if (points.size() < 2) return;
  if (style.dash.drawn > 0) return draw_dashed(ink, style, points);
  std::vector<ImVec2> places;
  places.reserve(points.size());
  for (const ScreenPoint point : points) places.push_back(ink.at(point));
  ink.list.AddPolyline(places.data(), static_cast<int>(places.size()), style.colour, ImDrawFlags_None, kLine);
}

void draw_series_point(const SceneInk& ink, const SeriesStyle& style, ScreenPoint at, float radius) {
  const ImVec2 middle = ink.at(at);
  const Colour ground = ink.theme.colour(ColourToken::Background);
  const auto beside = [&](float dx, float dy) { return ImVec2(middle.x + dx * radius, middle.y + dy * radius); };
  switch (style.shape) {
    case PointShape::Circle: return ink.list.AddCircleFilled(middle, radius, style.colour);
    case PointShape::Square: return ink.list.AddRectFilled(beside(-0.9F, -0.9F), beside(0.9F, 0.9F), style.colour);
    case PointShape::Triangle: return ink.list.AddTriangleFilled(beside(0, -1.2F), beside(1.15F, 0.9F), beside(-1.15F, 0.9F), style.colour);
    case PointShape::Diamond: return ink.list.AddQuadFilled(beside(0, -1.3F), beside(1.3F, 0), beside(0, 1.3F), beside(-1.3F, 0), style.colour);
    case PointShape::Ring:
      ink.list.AddCircleFilled(middle, radius, style.colour);
      return ink.list.AddCircleFilled(middle, radius * 0.5F, ground);
    case PointShape::Cross:
      ink.list.AddLine(beside(-1, -1), beside(1, 1), style.colour, kLine);
      return ink.list.AddLine(beside(-1, 1), beside(1, -1), style.colour, kLine);
  }
}

void draw_series_bar(const SceneInk& ink, const SeriesStyle& style, const ScreenBox& box) {
  const ImVec2 least = ink.at({box.left, box.top});
  const ImVec2 most = ink.at({box.right, box.bottom});
  const bool is_small = std::min(box.width(), box.height()) < kLeastPatternSide;
  if (style.pattern == BarPattern::Solid || is_small) return ink.list.AddRectFilled(least, most, style.colour);
  ink.list.AddRectFilled(least, most, mixed_colour(style.colour, ink.theme.colour(ColourToken::Background), kTint));
  const double half = static_cast<double>(kOutline) / 2;
  const ScreenBox inside{box.left + half, box.top + half, box.right - half, box.bottom - half};
  switch (style.pattern) {
    case BarPattern::Solid:
    case BarPattern::Hollow: break;
    case BarPattern::Rising: draw_slanting(ink, style.colour, inside, 1); break;
    case BarPattern::Falling: draw_slanting(ink, style.colour, inside, -1); break;
    case BarPattern::Level: draw_level(ink, style.colour, inside); break;
    case BarPattern::Crossed:
      draw_slanting(ink, style.colour, inside, 1);
      draw_slanting(ink, style.colour, inside, -1);
      break;
  }
  ink.list.AddRect(ink.at({inside.left, inside.top}), ink.at({inside.right, inside.bottom}), style.colour, 0, ImDrawFlags_None, kOutline);
}

}  // namespace stadttor::presentation::imgui::chart
