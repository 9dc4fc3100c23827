// Opening hours as the city's packs carry them: a list "hours" of {"day": 0..6 from Monday, "from", "to"}.
#pragma once

#include "city/opening_hours.h"
#include "foundation/json_reader.h"

namespace stadttor::city {

// {"from": "08:00", "to": "12:00", "appointment_only"?}
OpenSpan read_open_span(JsonReader place);

// The member "hours" of `entry`; none where it is absent.
WeeklyHours read_weekly_hours(JsonReader entry);

}  // namespace stadttor::city
