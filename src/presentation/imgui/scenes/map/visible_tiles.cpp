#include "presentation/imgui/scenes/map/visible_tiles.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::map {

namespace {

// A screen of 4000 pixels needs 80 tiles; more would only come from a broken size.
constexpr std::int64_t kMostTilesAcross = 24;

}  // namespace

std::vector<TileAddress> visible_tiles(const view::Viewport& viewport, int least_zoom, int most_zoom) {
  const int zoom = std::clamp(static_cast<int>(std::floor(viewport.zoom())), least_zoom, most_zoom);
  const auto side = static_cast<double>(std::int64_t{1} << zoom);
  const WorldBox box = viewport.visible();
  const auto tile_at = [side](double place) { return static_cast<std::int64_t>(std::clamp(std::floor(place * side), 0.0, side - 1)); };
  const std::int64_t left = tile_at(box.minimum.x);
  const std::int64_t top = tile_at(box.minimum.y);
  const std::int64_t right = std::min(tile_at(box.maximum.x), left + kMostTilesAcross);
  const std::int64_t bottom = std::min(tile_at(box.maximum.y), top + kMostTilesAcross);
  std::vector<TileAddress> tiles;
  for (std::int64_t y = top; y <= bottom; ++y) {
    for (std::int64_t x = left; x <= right; ++x) tiles.push_back({zoom, static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
  }
  return tiles;
}

}  // namespace stadttor::presentation::imgui::map
