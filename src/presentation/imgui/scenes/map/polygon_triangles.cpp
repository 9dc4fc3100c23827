#include "presentation/imgui/scenes/map/polygon_triangles.h"

#include <mapbox/earcut.hpp>

namespace mapbox::util {

template <>
struct nth<0, stadttor::presentation::imgui::map::TilePoint> {
  static float get(const stadttor::presentation::imgui::map::TilePoint& point) { return point.x; }
};

template <>
struct nth<1, stadttor::presentation::imgui::map::TilePoint> {
  static float get(const stadttor::presentation::imgui::map::TilePoint& point) { return point.y; }
};

}  // namespace mapbox::util

namespace stadttor::presentation::imgui::map {

std::vector<std::uint32_t> triangles_of(const std::vector<TilePath>& rings) { return mapbox::earcut<std::uint32_t>(rings); }

}  // namespace stadttor::presentation::imgui::map
