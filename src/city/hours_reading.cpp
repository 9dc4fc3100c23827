#include "city/hours_reading.h"

namespace stadttor::city {

OpenSpan read_open_span(JsonReader place) {
  OpenSpan span;
  const auto from = parse_time_of_day(place.required_text("from"));
  const auto to = parse_time_of_day(place.required_text("to"));
  if (!from || !to) place.report("from", "expected a time of day such as 08:00");
  span.from = from.value_or(TimeOfDay{});
  span.to = to.value_or(TimeOfDay{});
  span.appointment_only = place.flag_or("appointment_only", false);
  return span;
}

WeeklyHours read_weekly_hours(JsonReader entry) {
  WeeklyHours weekly;
  entry.each("hours", [&weekly](JsonReader hours) {
    const double day = hours.required_number("day");
    if (day >= 0 && day < 7) weekly.days[static_cast<std::size_t>(day)].push_back(read_open_span(hours));
  });
  return weekly;
}

}  // namespace stadttor::city
