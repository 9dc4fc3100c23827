// The town's map as its authors drew it: GeoJSON files (RFC 7946) in the pack's folder map/, one a layer, in degrees of
// WGS 84. Reads what can be drawn and names the rest; cutting it into tiles belongs to tile_cutting.
#pragma once

#include <string>
#include <vector>

#include "portal/authoring/pack_source.h"
#include "presentation/imgui/scenes/map/map_feature.h"
#include "presentation/imgui/scenes/map/mercator.h"

namespace stadttor::portal::authoring {

using presentation::imgui::map::GeoPoint;
using presentation::imgui::map::Layer;
using presentation::imgui::map::WorldBox;
using presentation::imgui::map::WorldPoint;

using WorldPath = std::vector<WorldPoint>;

enum class Shape : unsigned char { Point, Line, Polygon };

struct DrawnFeature {
  Layer layer = Layer::Area;
  Shape shape = Shape::Point;
  std::string kind;   // what the layer calls a kind or class
  std::string name;   // may be empty
  std::string lines;  // numbers of tram lines; empty elsewhere
  int rank = 4;       // of places: 1 is shown first
  std::vector<WorldPath> paths;  // points, lines, or rings: outlines clockwise as drawn, holes the other way round
};

struct MapSource {
  std::vector<DrawnFeature> features;
  std::vector<Problem> problems;

  bool is_there() const { return !features.empty(); }
};

MapSource read_map(const PackSource& source);

// Around everything; only of a map that is there.
WorldBox extent_of(const MapSource& map);

}  // namespace stadttor::portal::authoring
