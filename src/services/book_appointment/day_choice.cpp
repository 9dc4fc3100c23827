// The days that can be booked, and no others: as a calendar, whose rows are weeks, or as a list. Choosing one shows its times.
#include <algorithm>
#include <set>

#include "services/book_appointment/appointment_page_parts.h"

namespace stadttor::services::book_appointment {

using semantics::Appearance;
using semantics::State;

namespace {

// So many times of one half of a day are told apart from those of the other one.
constexpr std::size_t kManyTimes = 8;

Date monday_of(const Date& day) { return date_from_days(days_since_epoch(day) - static_cast<int>(weekday_of(day))); }

bool is_shown(const AppointmentView& view, const Date& day) { return view.state().day && *view.state().day == day; }

// True when it was chosen now.
bool show_day(const AppointmentView& view, const Date& day, const std::string& label, Appearance look) {
  const auto states = semantics::joined(semantics::states_of(State::Expandable), semantics::when(is_shown(view, day), State::Expanded));
  if (!view.page.button("day-" + text_from_date(day), label, {.look = is_shown(view, day) ? Appearance::Primary : look, .states = states}).pressed()) return false;
  view.wish(BookingCommand::ShowDay);
  view.answer.wish.day = day;
  return true;
}

void show_slots(const AppointmentView& view, const std::string& key, const std::string& legend, const std::vector<OfferedTime>& times) {
  if (times.empty()) return;
  auto group = view.page.group(key, legend);
  auto buttons = view.page.block("times", {.look = Appearance::Cluster});
  for (const OfferedTime& time : times) show_time(view, time, clock_words(view.screen, time.slot));
}

void show_times_at(const AppointmentView& view, const zms::OfficeSlots& office) {
  const Screen& screen = view.screen;
  std::vector<OfferedTime> halves[2];
  for (const zms::Slot slot : office.slots) {
    if (day_of_slot(screen, slot) == *view.state().day) halves[is_forenoon(screen, slot) ? 0 : 1].push_back({slot, office.office_id});
  }
  const std::string name = office_name(screen, view.state(), office.office_id);
  const std::string key = "office-" + std::to_string(office.office_id);
  if (halves[0].size() + halves[1].size() < kManyTimes) {
    halves[0].insert(halves[0].end(), halves[1].begin(), halves[1].end());
    return show_slots(view, key, name, halves[0]);
  }
  show_slots(view, key, screen.text("book.forenoon", {{"office", name}}), halves[0]);
  show_slots(view, key + "-later", screen.text("book.afternoon", {{"office", name}}), halves[1]);
}

}  // namespace

bool is_wanted_office(const BookingState& state, std::int64_t office) { return state.office_id == 0 || state.office_id == office; }

std::vector<Date> free_days(const BookingState& state) {
  std::vector<Date> days;
  for (const zms::FreeDay& day : state.free->days) {
    const bool is_there = std::any_of(day.office_ids.begin(), day.office_ids.end(), [&state](std::int64_t office) { return is_wanted_office(state, office); });
    // Times that are known count more than a day's promise of some.
    const auto known = state.times.find(day.date);
    const bool has_times = known == state.times.end() || std::any_of(known->second.begin(), known->second.end(), [&state](const zms::OfficeSlots& office) {
      return is_wanted_office(state, office.office_id) && !office.slots.empty();
    });
    if (is_there && has_times) days.push_back(day.date);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

void show_time(const AppointmentView& view, const OfferedTime& time, const std::string& label) {
  const std::string key = "time-" + std::to_string(time.office_id) + "-" + std::to_string(time.slot);
  const auto states = semantics::when(view.state().asking == Asking::Reserving, State::Disabled);
  if (!view.page.button(key, label, {.look = Appearance::Secondary, .states = states}).pressed()) return;
  view.wish(BookingCommand::Reserve);
  view.answer.wish.time = time;
}

void show_times_of_day(const AppointmentView& view) {
  const BookingState& state = view.state();
  const Screen& screen = view.screen;
  const auto known = state.times.find(*state.day);
  if (known == state.times.end()) return view.page.paragraph(screen.text("book.asking.days"));
  bool has_any = false;
  for (const zms::OfficeSlots& office : known->second) {
    if (!is_wanted_office(state, office.office_id) || office.slots.empty()) continue;
    has_any = true;
    show_times_at(view, office);
  }
  if (!has_any) view.page.paragraph(screen.text("book.day.none"));
}

void show_calendar(const AppointmentView& view, semantics::NodeKey of_day) {
  const std::vector<Date> days = free_days(view.state());
  if (days.empty()) return;
  std::set<Date> mondays;
  std::set<int> weekdays;  // nobody needs a column of Sundays
  for (const Date& day : days) {
    mondays.insert(monday_of(day));
    weekdays.insert(static_cast<int>(weekday_of(day)));
  }
  auto table = view.page.table("weeks", view.screen.text("book.days.caption"), {.look = Appearance::Agenda});
  {
    auto head = view.page.table_head();
    auto row = view.page.row();
    for (const int day : weekdays) view.page.column_header(view.screen.locale.weekday(static_cast<Weekday>(day)));
  }
  auto body = view.page.table_body();
  for (const Date& monday : mondays) {
    auto row = view.page.row(text_from_date(monday));
    for (const int day : weekdays) {
      const Date date = date_from_days(days_since_epoch(monday) + day);
      if (!std::binary_search(days.begin(), days.end(), date)) {
        view.page.cell("");
        continue;
      }
      auto cell = view.page.running_cell();
      // To its times, which stand below many other days.
      if (show_day(view, date, view.screen.locale.short_date(date), Appearance::Secondary)) view.page.focus(of_day);
    }
  }
}

void show_day_list(const AppointmentView& view) {
  auto list = view.page.list(Appearance::ResultList, view.screen.text("book.days.caption"));
  for (const Date& day : free_days(view.state())) {
    auto item = view.page.item(text_from_date(day));
    show_day(view, day, view.screen.locale.long_date(day), Appearance::Secondary);
    if (is_shown(view, day)) show_times_of_day(view);
  }
}

}  // namespace stadttor::services::book_appointment
