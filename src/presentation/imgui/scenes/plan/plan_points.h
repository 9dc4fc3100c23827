// Corners and lines of a plan as the page and its background write them: "x,y x,y ..." in the plan's own units.
#pragma once

#include <string_view>
#include <vector>

#include "presentation/imgui/scenes/view/view_places.h"

namespace stadttor::presentation::imgui::plan {

using PlanPoints = std::vector<view::WorldPoint>;

// Empty where one of them is no pair of numbers, or lies further away than any plan.
PlanPoints parse_plan_points(std::string_view text);

// Whether the point lies within these corners, or on their edge.
bool holds(const PlanPoints& corners, view::WorldPoint point);

// From the upper left to the lower right; corners are not empty.
view::WorldBox box_of(const PlanPoints& corners);

// In the order in which Dear ImGui fills surfaces: clockwise as they are seen.
void put_clockwise(PlanPoints& corners);

}  // namespace stadttor::presentation::imgui::plan
