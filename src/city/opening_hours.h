// When an office is open: weekly hours, dates with other hours, and what to say about it now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/calendar.h"

namespace stadttor::city {

struct OpenSpan {
  TimeOfDay from;
  TimeOfDay to;
  bool appointment_only = false;
};

struct WeeklyHours {
  std::vector<OpenSpan> days[7];  // by Weekday
};

struct HoursException {
  Date from_date;
  Date to_date;  // inclusive
  std::vector<OpenSpan> hours;  // none: closed
  std::string reason;
};

enum class OpenStateKind : unsigned char { OpenNow, OpensLaterToday, OpensOn, NotKnown };

struct OpenState {
  OpenStateKind kind = OpenStateKind::NotKnown;
  TimeOfDay until;      // OpenNow: closing time; adjoining spans count as one
  Date date;            // OpensOn, OpensLaterToday: the day
  TimeOfDay from;       // and its first opening
  bool appointment_only = false;
  std::string reason;   // of the exception that holds today, if any
};

// The hours that hold on a date, exceptions considered; the last matching exception wins.
std::vector<OpenSpan> hours_on(const Date& date, const WeeklyHours& weekly, const std::vector<HoursException>& exceptions);

// Looks two weeks ahead at most.
OpenState open_state_at(const LocalTime& now, const WeeklyHours& weekly, const std::vector<HoursException>& exceptions);

}  // namespace stadttor::city
