// The background of a plan scene as its authors draw it: buildings, paving, paths, green, water and lettering, in whole units of
// the plan. For the reader of the market and the check of plans.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

struct PlanPoint {
  int x = 0;
  int y = 0;
};

struct PlanSize {
  int width = 0;
  int height = 0;

  bool holds(PlanPoint point) const { return point.x >= 0 && point.y >= 0 && point.x <= width && point.y <= height; }
};

// Nothing unless both are above 0.
std::optional<PlanSize> find_plan_size(const Json& plan);

// [[x, y], ...]; nothing where one of them is no pair of whole numbers.
std::vector<PlanPoint> plan_points_of(const Json& list);

// How many points a shape of this kind needs at least: a surface 3, a path 2, lettering 1; 0 for a kind that is none.
std::size_t fewest_points_of(std::string_view kind);

// "x,y x,y ...": Property::Shape.
std::string shape_text_from(const std::vector<PlanPoint>& points);

// {"width", "height", "shapes"} with the sound shapes of `plan`; null where it has no size.
Json plan_background_from(const Json& plan);

}  // namespace stadttor::portal::authoring
