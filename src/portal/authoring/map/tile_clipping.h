// Lines and rings in a tile's own units: simplified for its zoom, and cut off at its edges.
#pragma once

#include <cstdint>
#include <vector>

namespace stadttor::portal::authoring {

// Units of a tile; its north-west corner is 0,0.
struct TileUnit {
  double x = 0;
  double y = 0;
};

using UnitPath = std::vector<TileUnit>;

// No point left out is further from the rest than `tolerance` (Douglas and Peucker). Ends stay.
UnitPath simplified_line(const UnitPath& line, double tolerance);
// Empty where nothing of the ring is left.
UnitPath simplified_ring(const UnitPath& ring, double tolerance);

// A square from `least` to `most` in both directions. A line may fall into several pieces.
std::vector<UnitPath> clipped_line(const UnitPath& line, double least, double most);
// Empty where the ring lies outside.
UnitPath clipped_ring(const UnitPath& ring, double least, double most);

double area_of(const UnitPath& ring);

}  // namespace stadttor::portal::authoring
