// Writes one Mapbox Vector Tile (specification 2.1). Features of the same kind and name share one feature of many parts,
// which is half the size and drawn the same.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "portal/authoring/map/map_source.h"
#include "portal/authoring/map/tile_clipping.h"

namespace stadttor::portal::authoring {

class TileEncoding {
 public:
  // Units along a tile's side.
  explicit TileEncoding(int extent) : extent_(extent) {}

  // Paths in the tile's units, rounded here; what vanishes by that is left out. Shows the name if `with_name`.
  void add(const DrawnFeature& feature, const std::vector<UnitPath>& paths, bool with_name);

  // Empty where nothing was added.
  std::string bytes() const;

 private:
  // Layer, shape, kind, name, lines, rank.
  using Group = std::tuple<Layer, Shape, std::string, std::string, std::string, int>;
  struct Geometry {
    std::string commands;  // packed
    long long x = 0;
    long long y = 0;
  };
  std::string layer_bytes(Layer layer) const;

  int extent_;
  std::map<Group, Geometry> groups_;
};

}  // namespace stadttor::portal::authoring
