// Which days and times can be booked: GET /available-calendar/. Times are moments; which hour the clock on the wall shows then is told
// by the Locale, because a city's zone decides it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/calendar.h"
#include "foundation/result.h"
#include "platform/locale.h"
#include "protocols/zms/offices.h"

namespace stadttor::protocols::zms {

// Seconds since 1970-01-01T00:00:00Z, as the interface counts.
using Slot = std::int64_t;

struct OfficeSlots {
  std::int64_t office_id = 0;
  std::vector<Slot> slots;  // ascending, each once
};

struct FreeDay {
  Date date;
  std::vector<std::int64_t> office_ids;
  std::vector<OfficeSlots> offices;  // only within the span that was asked for
};

struct FreeDays {
  std::vector<FreeDay> days;  // ascending
  std::optional<Date> previous;  // the nearest bookable day before and after what was asked for
  std::optional<Date> next;
};

struct CalendarQuestion {
  Date from, until;                // days that can be booked
  std::optional<Date> slots_from;  // times, for a shorter span; without it for all days
  std::optional<Date> slots_until;
  std::vector<std::int64_t> office_ids;
  std::vector<WantedService> services;
  std::string captcha_token;
};

// "/available-calendar/?startDate=..."
std::string path_from_question(const CalendarQuestion& question);
Result<FreeDays> parse_free_days(const std::string& body, const std::string& where);

struct WallClockSlot {
  Slot slot = 0;
  LocalTime time;
  // In the night in which clocks go back an hour comes twice: then the time alone does not say which one is meant.
  bool is_ambiguous = false;
};

// In the city's zone. Slots that fall on another day there are left out: a day's list must not lead to another day.
std::vector<WallClockSlot> wall_clock_slots(const FreeDay& day, const OfficeSlots& office, const platform::Locale& locale, const std::string& time_zone);

}  // namespace stadttor::protocols::zms
