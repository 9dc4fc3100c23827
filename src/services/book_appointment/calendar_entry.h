// An appointment for the citizen's own calendar, made on the device: iCalendar (RFC 5545) in UTC, with alarms a day and an hour before.
#pragma once

#include <string>

#include "kept_data/kept_appointment.h"
#include "platform/locale.h"

namespace stadttor::services::book_appointment {

struct CalendarFacts {
  std::string summary;
  std::string location;
  std::string description;
  std::string city;  // id, for a name that no other calendar has
  platform::Instant written_at = 0;
};

// The key to the appointment is not in it: calendars are shared.
std::string calendar_file_from(const kept_data::Appointment& appointment, const CalendarFacts& facts);

}  // namespace stadttor::services::book_appointment
