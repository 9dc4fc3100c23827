// Positions as people type them, and whether they lie within a town.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "city/places.h"

namespace stadttor::city {

// "51.43210,9.87140", as text_from_position writes it, also as people type it: "51.4321, 9.8714". Nothing where it is none on earth.
std::optional<Position> parse_position(std::string_view text);

// Without a ring everywhere is inside.
bool lies_within(const std::vector<Position>& ring, const Position& position);

}  // namespace stadttor::city
