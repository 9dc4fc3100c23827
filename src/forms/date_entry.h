// A date as a citizen enters it: three fields, each as typed, kept as one text "24.12.2026" even while it is no date yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "foundation/calendar.h"

namespace stadttor::forms {

struct DateEntry {
  std::string day;
  std::string month;
  std::string year;
};

DateEntry date_entry_from(std::string_view entered);
// Empty where all fields are.
std::string text_from(const DateEntry& entry);

enum class DateFault : unsigned char { None, DayMissing, MonthMissing, YearMissing, NoNumbers, ShortYear, NotInCalendar };

struct DateReading {
  DateFault fault = DateFault::None;
  Date date;
};

// "2026-12-24", what browsers fill in, is read as well.
DateReading read_date(std::string_view entered);

}  // namespace stadttor::forms
