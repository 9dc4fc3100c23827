// Decodes a Mapbox Vector Tile (specification 2.1) into what can be drawn: layers and kinds of map_feature, everything else
// is passed over. A hostile tile costs bounded time and memory: too many points or names are an error.
#pragma once

#include <string>
#include <string_view>

#include "foundation/result.h"
#include "presentation/imgui/scenes/map/map_tile.h"

namespace stadttor::presentation::imgui::map {

// `where` names the tile in errors. Errors: MalformedData.
Result<MapTile> read_tile(std::string_view bytes, const std::string& where);

}  // namespace stadttor::presentation::imgui::map
