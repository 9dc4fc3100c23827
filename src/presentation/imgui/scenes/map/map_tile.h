// One decoded tile, ready to be drawn: triangles of the ground, lines of ways, names of places. Plain data; made by
// read_tile, painted by map_scene.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "presentation/imgui/scenes/map/map_feature.h"

namespace stadttor::presentation::imgui::map {

// 0,0 is the tile's north-west corner, 1,1 its south-east corner. What crosses the edge reaches a little beyond it.
struct TilePoint {
  float x = 0;
  float y = 0;
};

struct PointRange {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct GroundFill {
  Ground ground = Ground::Field;
  PointRange triangles;  // of MapTile::corners, three a triangle
  PointRange rings;      // of MapTile::rings
};

inline constexpr std::uint32_t kNoName = 0xffffffffU;

struct WayLine {
  Way way = Way::Path;
  PointRange points;
  std::uint32_t name = kNoName;  // in MapTile::names
};

struct MapPlace {
  PlaceKind kind = PlaceKind::Other;
  std::uint8_t rank = 4;  // 1: shown first, 4: shown last
  TilePoint at;
  std::uint32_t name = kNoName;
};

struct MapTile {
  std::vector<TilePoint> points;
  std::vector<std::uint32_t> corners;  // indices into points
  std::vector<PointRange> rings;       // outlines of the fills, closed without repeating the first point
  std::vector<GroundFill> fills;       // sorted by ground
  std::vector<WayLine> lines;          // sorted by way
  std::vector<MapPlace> places;        // only those within the tile, so that none appears twice
  std::vector<std::string> names;
};

}  // namespace stadttor::presentation::imgui::map
