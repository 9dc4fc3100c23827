// The city's map: a scene whose described alternative is the list of places, with filters, and the page of one place.
#pragma once

#include "services/explore_city/map_choice.h"
#include "services/screen.h"

namespace stadttor::services::explore_city {

// `places` null: they could not be loaded; true when the citizen wants to try again.
bool show_city_map(const Screen& screen, semantics::Page& page, const city::Places* places, MapChoice& choice);

ToolbarAnswer show_place(const Screen& screen, semantics::Page& page, const city::Place& place);

// A scene with this one place, described by its address; for pages of offices and places.
void show_place_scene(const Screen& screen, semantics::Page& page, std::string_view name, const city::Position& position,
                      const city::PostalAddress& address);

}  // namespace stadttor::services::explore_city
