#include "presentation/imgui/scenes/plan/plan_points.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

namespace stadttor::presentation::imgui::plan {

using view::WorldPoint;

namespace {

constexpr double kFurthest = 1e6;

std::optional<double> parse_number(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double number = std::strtod(copy.c_str(), &end);
  if (copy.empty() || end != copy.c_str() + copy.size() || !(std::abs(number) <= kFurthest)) return {};
  return number;
}

// Twice the surface; positive where the corners go clockwise on a screen.
double turning_of(const PlanPoints& corners) {
  double sum = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const WorldPoint a = corners[i];
    const WorldPoint b = corners[(i + 1) % corners.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

}  // namespace

PlanPoints parse_plan_points(std::string_view text) {
  PlanPoints points;
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    const std::size_t comma = pair.find(',');
    if (comma == std::string_view::npos) return {};
    const auto x = parse_number(pair.substr(0, comma));
    const auto y = parse_number(pair.substr(comma + 1));
    if (!x || !y) return {};
    points.push_back({*x, *y});
  }
  return points;
}

bool holds(const PlanPoints& corners, WorldPoint point) {
  bool is_within = false;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const WorldPoint a = corners[i];
    const WorldPoint b = corners[(i + 1) % corners.size()];
    if ((a.y > point.y) == (b.y > point.y)) continue;
    if (point.x <= a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)) is_within = !is_within;
  }
  return is_within;
}

view::WorldBox box_of(const PlanPoints& corners) {
  view::WorldBox box{corners.front(), corners.front()};
  for (const WorldPoint corner : corners) {
    box.minimum = {std::min(box.minimum.x, corner.x), std::min(box.minimum.y, corner.y)};
    box.maximum = {std::max(box.maximum.x, corner.x), std::max(box.maximum.y, corner.y)};
  }
  return box;
}

void put_clockwise(PlanPoints& corners) {
  if (turning_of(corners) < 0) std::reverse(corners.begin(), corners.end());
}

}  // namespace stadttor::presentation::imgui::plan
