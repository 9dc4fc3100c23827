#include "city/opening_hours.h"

namespace stadttor::city {

namespace {

const HoursException* exception_on(const Date& date, const std::vector<HoursException>& exceptions) {
  const HoursException* found = nullptr;
  for (const HoursException& exception : exceptions) {
    if (exception.from_date <= date && date <= exception.to_date) found = &exception;
  }
  return found;
}

}  // namespace

std::vector<OpenSpan> hours_on(const Date& date, const WeeklyHours& weekly, const std::vector<HoursException>& exceptions) {
  if (const HoursException* exception = exception_on(date, exceptions)) return exception->hours;
  return weekly.days[static_cast<std::size_t>(weekday_of(date))];
}

OpenState open_state_at(const LocalTime& now, const WeeklyHours& weekly, const std::vector<HoursException>& exceptions) {
  constexpr int kDaysAhead = 14;
  OpenState state;
  if (const HoursException* exception = exception_on(now.date, exceptions)) state.reason = exception->reason;
  Date date = now.date;
  for (int ahead = 0; ahead <= kDaysAhead; ++ahead, date = day_after(date)) {
    for (const OpenSpan& span : hours_on(date, weekly, exceptions)) {
      if (state.kind == OpenStateKind::OpenNow) {
        if (ahead > 0 || !(span.from == state.until) || span.appointment_only != state.appointment_only) return state;
        state.until = span.to;
        continue;
      }
      if (ahead == 0 && span.to <= now.time) continue;
      state.date = date;
      state.from = span.from;
      state.until = span.to;
      state.appointment_only = span.appointment_only;
      if (ahead > 0 || now.time < span.from) {
        state.kind = ahead == 0 ? OpenStateKind::OpensLaterToday : OpenStateKind::OpensOn;
        return state;
      }
      state.kind = OpenStateKind::OpenNow;
    }
    if (state.kind == OpenStateKind::OpenNow) return state;
  }
  return state;
}

}  // namespace stadttor::city
