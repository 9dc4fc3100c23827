#include "presentation/imgui/scenes/plan/plan_background.h"

#include <algorithm>
#include <array>

#include "foundation/json_reader.h"

namespace stadttor::presentation::imgui::plan {

namespace {

struct GroundFacts {
  std::string_view kind;
  PlanGround ground;
  std::size_t fewest_points;
};

constexpr std::array<GroundFacts, 6> kGrounds = {{{"paving", PlanGround::Paving, 3},
                                                  {"green", PlanGround::Green, 3},
                                                  {"water", PlanGround::Water, 3},
                                                  {"path", PlanGround::Path, 2},
                                                  {"building", PlanGround::Building, 3},
                                                  {"text", PlanGround::Lettering, 1}}};

constexpr double kLargest = 1e6;
constexpr double kUsualPath = 10;

void read_shape(JsonReader shape, PlanBackground& background) {
  const std::string kind = shape.required_text("kind");
  const auto facts = std::find_if(kGrounds.begin(), kGrounds.end(), [&](const GroundFacts& one) { return one.kind == kind; });
  if (facts == kGrounds.end()) return;
  PlanShape read{facts->ground, parse_plan_points(shape.required_text("points")), shape.number_or("width", kUsualPath), shape.optional_text("text")};
  if (read.points.size() < facts->fewest_points) return shape.report("points", "not enough corners");
  if (facts->fewest_points >= 3) put_clockwise(read.points);
  background.shapes.push_back(std::move(read));
}

}  // namespace

Result<PlanBackground> read_plan_background(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  PlanBackground background;
  background.width = root.required_number("width");
  background.height = root.required_number("height");
  const auto is_size = [](double side) { return side > 0 && side <= kLargest; };
  if (!is_size(background.width) || !is_size(background.height)) root.report("width", "a plan has a size");
  root.each("shapes", [&](JsonReader shape) { read_shape(shape, background); });
  TRY(document.finish());
  return background;
}

}  // namespace stadttor::presentation::imgui::plan
