// Keeps the tiles that were drawn last, decoded. A broken tile is remembered as such, so that it is read only once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "presentation/imgui/scenes/map/map_tile.h"
#include "presentation/imgui/scenes/map/tile_archive.h"

namespace stadttor::presentation::imgui::map {

class TileCache {
 public:
  // The archive outlives the cache.
  explicit TileCache(const TileArchive& archive) : archive_(&archive) {}

  // Null where the archive has no such tile, or a broken one (see fault()). Valid until the next call of forget_old().
  const MapTile* find(TileAddress address);

  // After a frame: forgets what has not been asked for lately, beyond a few dozen tiles.
  void forget_old();

  // The first broken tile, or null.
  const Error* fault() const { return fault_.get(); }

 private:
  struct Kept {
    std::unique_ptr<MapTile> tile;  // null: there is none
    std::uint64_t last_frame;
  };
  const TileArchive* archive_;
  std::unordered_map<std::uint64_t, Kept> tiles_;  // by tile id
  std::uint64_t frame_ = 0;
  std::unique_ptr<Error> fault_;
};

}  // namespace stadttor::presentation::imgui::map
