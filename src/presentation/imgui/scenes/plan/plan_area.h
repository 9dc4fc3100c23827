// What a plan shows of the page's tree: one area for each node with a shape inside the scene. Choosing an area is pressing
// that node, so the list beside the plan and the plan can't differ.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "presentation/imgui/scenes/plan/plan_points.h"
#include "presentation/imgui/scenes/view/viewport.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui::plan {

struct PlanArea {
  semantics::NodeKey key{};
  PlanPoints corners;
  std::string name;
  std::string abbreviation;   // where the name has no room
  bool is_chosen = false;     // selected, checked or the current page
  bool is_focused = false;
  bool is_available = true;
};

// In reading order. `focused` is the node the document's focus is on.
std::vector<PlanArea> areas_of(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused = {});

// The area that is there, of several the last; else the one whose middle a finger can't miss it for. Its place in the list.
std::optional<std::size_t> area_at(const std::vector<PlanArea>& areas, const view::Viewport& viewport, view::ScreenPoint point);

}  // namespace stadttor::presentation::imgui::plan
