#include "presentation/imgui/scenes/map/marker.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::map {

using semantics::Node;
using semantics::NodeIndex;
using semantics::Property;
using semantics::State;
using view::ScreenPoint;

std::vector<Marker> markers_of(const semantics::Tree& tree, NodeIndex scene, semantics::NodeKey focused) {
  std::vector<Marker> markers;
  for (NodeIndex index = scene + 1; index < tree.node(scene).subtree_end; ++index) {
    const Node& node = tree.node(index);
    if (node.has(State::Hidden)) continue;
    const auto position = parse_position(tree.property_of(node, Property::Position));
    if (!position) continue;
    const bool is_chosen = node.has(State::Selected) || node.has(State::Checked);
    markers.push_back({node.key, world_from_geo(*position), tree.name_of(index), is_chosen, node.key == focused});
  }
  return markers;
}

std::optional<std::size_t> marker_at(const std::vector<Marker>& markers, const view::Viewport& viewport, ScreenPoint point) {
  std::optional<std::size_t> found;
  double nearest = 0;
  for (std::size_t i = 0; i < markers.size(); ++i) {
    const ScreenPoint tip = viewport.screen_from_world(markers[i].at);
    // The drop's head, and around its tip a target of the least size.
    const ScreenPoint head{tip.x, tip.y - kMarkerHeight + kMarkerWidth / 2};
    const double to_head = std::hypot(point.x - head.x, point.y - head.y);
    const double to_tip = std::hypot(point.x - tip.x, point.y - tip.y);
    if (to_head > kMarkerWidth / 2 + 2 && to_tip > kLeastTarget / 2) continue;
    const double away = std::min(to_head, to_tip);
    // Markers further down the list are drawn over those before.
    if (!found || away <= nearest) {
      found = i;
      nearest = away;
    }
  }
  return found;
}

}  // namespace stadttor::presentation::imgui::map
