// The calendar: weeks as rows, and a button where a day can be booked. Weeks without such a day are left out.
#include <algorithm>
#include <set>

#include "services/book_appointment/appointment_page_parts.h"

namespace stadttor::services::book_appointment {

using semantics::Appearance;

namespace {

constexpr int kDaysOfWeek = 7;

std::set<Date> free_days(const BookingState& state) {
  std::set<Date> days;
  for (const zms::FreeDay& day : state.free->days) {
    const bool is_there = state.office_id == 0 || std::find(day.office_ids.begin(), day.office_ids.end(), state.office_id) != day.office_ids.end();
    // Times that are known count more than a day's promise of some.
    const auto known = state.times.find(day.date);
    const bool has_times = known == state.times.end() || std::any_of(known->second.begin(), known->second.end(), [&state](const zms::OfficeSlots& office) {
      return (state.office_id == 0 || office.office_id == state.office_id) && !office.slots.empty();
    });
    if (is_there && has_times) days.insert(day.date);
  }
  return days;
}

Date monday_of(const Date& day) { return date_from_days(days_since_epoch(day) - static_cast<int>(weekday_of(day))); }

void show_day(const AppointmentView& view, const Date& day, bool is_free) {
  if (!is_free) return view.page.cell("");
  auto cell = view.page.running_cell();
  const bool is_shown = view.state().day && *view.state().day == day;
  const std::string key = "day-" + text_from_date(day);
  if (!view.page.button(key, view.screen.locale.short_date(day), {.look = is_shown ? Appearance::Primary : Appearance::Secondary}).pressed()) return;
  view.wish(BookingCommand::ShowDay);
  view.answer.wish.day = day;
}

}  // namespace

void show_days(const AppointmentView& view) {
  const std::set<Date> days = free_days(view.state());
  if (days.empty()) return;
  auto region = view.page.region("days", 2, view.screen.text("book.days"));
  auto table = view.page.table("weeks", view.screen.text("book.days.caption"), {.look = Appearance::Agenda});
  {
    auto head = view.page.table_head();
    auto row = view.page.row();
    for (int day = 0; day < kDaysOfWeek; ++day) view.page.column_header(view.screen.locale.weekday(static_cast<Weekday>(day)));
  }
  auto body = view.page.table_body();
  std::set<Date> mondays;
  for (const Date& day : days) mondays.insert(monday_of(day));
  for (const Date& monday : mondays) {
    auto row = view.page.row(text_from_date(monday));
    for (int day = 0; day < kDaysOfWeek; ++day) {
      const Date date = date_from_days(days_since_epoch(monday) + day);
      show_day(view, date, days.count(date) > 0);
    }
  }
}

}  // namespace stadttor::services::book_appointment
