// Puts tiles into one PMTiles archive (specification version 3), uncompressed inside: HTTP compresses the whole, and the
// client takes the whole, so that no server learns which corner of the town somebody looks at.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "portal/authoring/map/map_source.h"

namespace stadttor::portal::authoring {

struct ArchiveFacts {
  std::string name;  // of the town
  WorldBox bounds;
  int least_zoom = 0;
  int most_zoom = 0;
};

// The same tiles give the same bytes.
std::string archive_from_tiles(const std::map<std::uint64_t, std::string>& tiles, const ArchiveFacts& facts);

// karte.pmtiles of a pack; empty where the pack has no map.
std::string map_archive_of(const PackSource& source);

}  // namespace stadttor::portal::authoring
