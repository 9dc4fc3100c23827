// Opening hours as the client reads them (city/hours_reading.cpp).
#pragma once

#include "city/opening_hours.h"
#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

Json span_json_from(const city::OpenSpan& span);
Json hours_json_from(const city::WeeklyHours& weekly);

}  // namespace stadttor::portal::authoring
