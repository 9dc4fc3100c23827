#include "presentation/imgui/scenes/plan/plan_area.h"

#include <cmath>

namespace stadttor::presentation::imgui::plan {

using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::State;
using view::ScreenPoint;
using view::WorldBox;

namespace {

// WCAG 2.2, 2.5.8: no target is smaller than 24 pixels; this is half of it.
constexpr double kReach = 12;
constexpr std::size_t kFewestCorners = 3;

}  // namespace

std::vector<PlanArea> areas_of(const semantics::Tree& tree, NodeIndex scene, semantics::NodeKey focused) {
  std::vector<PlanArea> areas;
  for (NodeIndex index = scene + 1; index < tree.node(scene).subtree_end; ++index) {
    const Node& node = tree.node(index);
    if (node.has(State::Hidden)) continue;
    PlanPoints corners = parse_plan_points(tree.property_of(node, Property::Shape));
    if (corners.size() < kFewestCorners) continue;
    put_clockwise(corners);
    const bool is_chosen = node.has(State::Selected) || node.has(State::Checked) || node.has(State::CurrentPage);
    areas.push_back({node.key, std::move(corners), tree.name_of(index), std::string(tree.property_of(node, Property::Abbreviation)), is_chosen, node.key == focused, !node.has(State::Disabled)});
  }
  return areas;
}

std::optional<std::size_t> area_at(const std::vector<PlanArea>& areas, const view::Viewport& viewport, ScreenPoint point) {
  const view::WorldPoint place = viewport.world_from_screen(point);
  std::optional<std::size_t> nearest;
  double least = kReach;
  for (std::size_t i = areas.size(); i-- > 0;) {
    if (holds(areas[i].corners, place)) return i;
    const WorldBox box = box_of(areas[i].corners);
    const ScreenPoint middle = viewport.screen_from_world({(box.minimum.x + box.maximum.x) / 2, (box.minimum.y + box.maximum.y) / 2});
    const double away = std::hypot(point.x - middle.x, point.y - middle.y);
    if (away >= least) continue;
    nearest = i;
    least = away;
  }
  return nearest;
}

}  // namespace stadttor::presentation::imgui::plan
