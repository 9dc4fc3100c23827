// Which square of the world a tile covers, and the number a PMTiles archive keeps it under (PMTiles specification,
// version 3, "Tile ID": zoom by zoom, along a Hilbert curve).
#pragma once

#include <cstdint>

#include "presentation/imgui/scenes/map/mercator.h"

namespace stadttor::presentation::imgui::map {

inline constexpr int kMostZoom = 24;

struct TileAddress {
  int zoom = 0;          // 0 to kMostZoom
  std::uint32_t x = 0;   // from the west, below 2^zoom
  std::uint32_t y = 0;   // from the north

  friend bool operator==(TileAddress a, TileAddress b) { return a.zoom == b.zoom && a.x == b.x && a.y == b.y; }
};

std::uint64_t tile_id_of(TileAddress address);

WorldBox world_box_of(TileAddress address);

}  // namespace stadttor::presentation::imgui::map
