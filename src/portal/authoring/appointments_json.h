// termine.json, what the city's appointment server reads at its start: what can be booked, with names, addresses and opening hours
// from the catalogue. In German alone, because an office speaks to whoever has booked as its letters do; pages take their words from
// the catalogue.
#pragma once

#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

// `appointments` is the file as it was written. Offices and services that the catalogue does not have are left out.
Json appointments_json_from(const Json& appointments, const Pack& pack);

}  // namespace stadttor::portal::authoring
