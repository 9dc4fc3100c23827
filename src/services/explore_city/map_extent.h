// What a map scene shows at first, and where its tiles lie.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "city/places.h"
#include "services/screen.h"

namespace stadttor::services::explore_city {

// Property::Extent: all places, with some room around them; nothing where there are none.
std::string extent_of(const city::Places& places);

// The same of positions as scenes name them ("51.43210,9.87140"); what is none is passed over.
std::string extent_of_positions(const std::vector<std::string_view>& positions);

// The surroundings of one place: a walk of some minutes.
std::string extent_around(const city::Position& position);

// Property::Source; nothing where the city has no map.
std::string map_tiles_path(const Screen& screen);

}  // namespace stadttor::services::explore_city
