// A small map, written by the authoring side and read by the reader, so that both are tested against each other.
#pragma once

#include <string>
#include <utility>

#include "portal/authoring/map/archive_writing.h"
#include "portal/authoring/map/tile_cutting.h"
#include "portal/authoring/map/tile_encoding.h"
#include "presentation/imgui/scenes/map/tile_archive.h"

namespace stadttor::testing {

namespace map = presentation::imgui::map;
namespace authoring = portal::authoring;

inline authoring::DrawnFeature drawn(map::Layer layer, authoring::Shape shape, std::string kind, std::string name = {}) {
  authoring::DrawnFeature feature;
  feature.layer = layer;
  feature.shape = shape;
  feature.kind = std::move(kind);
  feature.name = std::move(name);
  return feature;
}

// Around the middle of the world, where degrees are easy: a field of one degree, a street through it, a place in it.
inline authoring::MapSource small_map() {
  const auto at = [](double latitude, double longitude) { return map::world_from_geo({latitude, longitude}); };
  authoring::MapSource source;
  source.features.push_back(drawn(map::Layer::Area, authoring::Shape::Polygon, "field"));
  source.features.back().paths = {{at(0.5, -0.5), at(0.5, 0.5), at(-0.5, 0.5), at(-0.5, -0.5)}};
  source.features.push_back(drawn(map::Layer::Street, authoring::Shape::Line, "main", "Weite Straße"));
  source.features.back().paths = {{at(0.1, -0.4), at(0.1, 0.4)}};
  source.features.push_back(drawn(map::Layer::Place, authoring::Shape::Point, "district", "Mitte"));
  source.features.back().paths = {{at(0.05, 0.05)}};
  source.features.back().rank = 1;
  return source;
}

inline std::string small_archive() {
  const authoring::MapSource source = small_map();
  std::map<std::uint64_t, std::string> tiles;
  // One zoom is enough, and its tiles are few: a degree is six tiles at zoom 11.
  for (auto& [id, bytes] : authoring::tiles_of(source)) {
    if (id < map::tile_id_of({12, 0, 0})) tiles.emplace(id, bytes);
  }
  return authoring::archive_from_tiles(tiles, {"Klein", authoring::extent_of(source), 11, 11});
}

inline constexpr map::TileAddress kMiddleTile{11, 1024, 1023};  // north-east of 0,0

}  // namespace stadttor::testing
