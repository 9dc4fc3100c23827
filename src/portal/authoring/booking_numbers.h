// What the client knows of appointments at start: where they are booked, and what their interface calls the catalogue's services and offices.
#pragma once

#include "portal/authoring/pack_source.h"

namespace stadttor::portal::authoring {

bool books_appointments(const PackSource& source);

// Into a compiled start.json; nothing where the city books none.
void add_booking_numbers(const PackSource& source, Json& start);

}  // namespace stadttor::portal::authoring
