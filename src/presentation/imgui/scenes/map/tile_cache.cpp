#include "presentation/imgui/scenes/map/tile_cache.h"

#include <iterator>

#include "presentation/imgui/scenes/map/tile_reader.h"

namespace stadttor::presentation::imgui::map {

namespace {

constexpr std::size_t kMostTiles = 96;

std::string place_of(TileAddress address) {
  return "karte.pmtiles#" + std::to_string(address.zoom) + "/" + std::to_string(address.x) + "/" + std::to_string(address.y);
}

}  // namespace

const MapTile* TileCache::find(TileAddress address) {
  const std::uint64_t id = tile_id_of(address);
  if (const auto known = tiles_.find(id); known != tiles_.end()) {
    known->second.last_frame = frame_;
    return known->second.tile.get();
  }
  Kept kept{nullptr, frame_};
  if (const std::string_view bytes = archive_->find(address); !bytes.empty()) {
    auto tile = read_tile(bytes, place_of(address));
    if (tile.ok()) {
      kept.tile = std::make_unique<MapTile>(std::move(tile).value());
    } else if (!fault_) {
      fault_ = std::make_unique<Error>(tile.error());
    }
  }
  return tiles_.emplace(id, std::move(kept)).first->second.tile.get();
}

void TileCache::forget_old() {
  for (auto at = tiles_.begin(); tiles_.size() > kMostTiles && at != tiles_.end();) {
    at = at->second.last_frame < frame_ ? tiles_.erase(at) : std::next(at);
  }
  ++frame_;
}

}  // namespace stadttor::presentation::imgui::map
