// Cuts a map into tiles for the zoom levels a town needs: what is too small to be seen is left out, shapes are simplified
// to half a pixel.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "portal/authoring/map/map_source.h"

namespace stadttor::portal::authoring {

inline constexpr int kLeastTileZoom = 11;  // the whole town at once
inline constexpr int kMostTileZoom = 16;   // half a metre a pixel; nearer views enlarge these tiles

// Encoded tiles by their number in the archive. Tiles without anything are left out.
std::map<std::uint64_t, std::string> tiles_of(const MapSource& map);

}  // namespace stadttor::portal::authoring
