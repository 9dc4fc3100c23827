// What a map shows of the page's tree: one marker for each node with a position inside the scene. Choosing a marker is
// pressing that node, so the list beside the map and the map can't differ.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "presentation/imgui/scenes/map/mercator.h"
#include "presentation/imgui/scenes/view/viewport.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui::map {

struct Marker {
  semantics::NodeKey key{};
  WorldPoint at;
  std::string name;
  bool is_chosen = false;   // selected or checked
  bool is_focused = false;
};

// In reading order. `focused` is the node the document's focus is on.
std::vector<Marker> markers_of(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused = {});

// A marker is a drop whose tip stands at the place: its size in pixels.
inline constexpr double kMarkerWidth = 26;
inline constexpr double kMarkerHeight = 34;
// WCAG 2.2, 2.5.8: no target is smaller.
inline constexpr double kLeastTarget = 24;

// The marker whose drop the point is in or near; of several the nearest. Its place in the list.
std::optional<std::size_t> marker_at(const std::vector<Marker>& markers, const view::Viewport& viewport, view::ScreenPoint point);

}  // namespace stadttor::presentation::imgui::map
