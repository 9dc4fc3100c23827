// Opening hours as an author writes them, for the reader of offices and for the check of hours.
#pragma once

#include <optional>
#include <string_view>

#include "city/opening_hours.h"
#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

// "monday" ... "sunday".
std::optional<Weekday> find_weekday(std::string_view name);

// The member "hours" of an entry, earlier spans first.
city::WeeklyHours weekly_hours_of(const Json& entry);

// Nothing unless both times are times and the first is earlier.
std::optional<city::OpenSpan> find_open_span(const Json& place);

}  // namespace stadttor::portal::authoring
