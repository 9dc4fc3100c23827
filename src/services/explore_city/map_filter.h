// The controls above the city's map: kinds of places, order, and from where distances count.
#pragma once

#include "services/explore_city/map_choice.h"
#include "services/screen.h"

namespace stadttor::services::explore_city {

void show_map_filter(const Screen& screen, semantics::Page& page, const city::Places& places, MapChoice& choice);

}  // namespace stadttor::services::explore_city
