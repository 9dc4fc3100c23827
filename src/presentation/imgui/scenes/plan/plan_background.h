// The background of a plan, as a pack brings it (assets/schemas/plan.schema.json, compiled): buildings, paving, paths, green,
// water and lettering. What stands on it are the page's own things, see plan_area.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "presentation/imgui/scenes/plan/plan_points.h"

namespace stadttor::presentation::imgui::plan {

enum class PlanGround : std::uint8_t { Paving, Green, Water, Path, Building, Lettering };

struct PlanShape {
  PlanGround ground = PlanGround::Paving;
  PlanPoints points;
  double width = 0;  // of a path, in the plan's units
  std::string text;
};

struct PlanBackground {
  double width = 0;
  double height = 0;
  std::vector<PlanShape> shapes;  // later ones cover earlier ones
};

// {"width", "height", "shapes": [{"kind", "points": "x,y x,y ...", "width"?, "text"?}]}. Kinds that are not known here are left
// out. Errors: MalformedData, also where the plan has no size or a shape too few corners.
Result<PlanBackground> read_plan_background(std::string_view json, std::string where);

}  // namespace stadttor::presentation::imgui::plan
