#include "presentation/imgui/scenes/map/tile_address.h"

#include <utility>

namespace stadttor::presentation::imgui::map {

std::uint64_t tile_id_of(TileAddress address) {
  // All tiles of the zooms before: (4^zoom - 1) / 3.
  std::uint64_t id = ((std::uint64_t{1} << (2 * address.zoom)) - 1) / 3;
  std::uint64_t x = address.x;
  std::uint64_t y = address.y;
  for (int bit = address.zoom - 1; bit >= 0; --bit) {
    const std::uint64_t side = std::uint64_t{1} << bit;
    const std::uint64_t right = (x & side) != 0 ? 1 : 0;
    const std::uint64_t down = (y & side) != 0 ? 1 : 0;
    id += side * side * ((3 * right) ^ down);
    // The curve within the quarter is turned, so that quarters join end to end.
    x &= side - 1;
    y &= side - 1;
    if (down == 0) {
      if (right == 1) {
        x = side - 1 - x;
        y = side - 1 - y;
      }
      std::swap(x, y);
    }
  }
  return id;
}

WorldBox world_box_of(TileAddress address) {
  const double side = 1.0 / static_cast<double>(std::uint64_t{1} << address.zoom);
  return {{address.x * side, address.y * side}, {(address.x + 1) * side, (address.y + 1) * side}};
}

}  // namespace stadttor::presentation::imgui::map
