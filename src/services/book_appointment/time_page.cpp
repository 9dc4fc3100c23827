// When and where: the next free times as a list, and every day that can be booked in a table of weeks. Both lead to the same times.
#include <algorithm>

#include "services/book_appointment/appointment_page_parts.h"

namespace stadttor::services::book_appointment {

using semantics::Appearance;
using semantics::State;

namespace {

constexpr std::size_t kNextTimes = 6;

bool is_wanted_office(const BookingState& state, std::int64_t office) { return state.office_id == 0 || state.office_id == office; }

std::vector<OfferedTime> nearest_times(const BookingState& state) {
  std::vector<OfferedTime> times;
  for (const auto& [day, offices] : state.times) {
    for (const zms::OfficeSlots& office : offices) {
      if (!is_wanted_office(state, office.office_id)) continue;
      for (const zms::Slot slot : office.slots) times.push_back({slot, office.office_id});
    }
  }
  // Where a time was taken meanwhile, those next to it.
  const zms::Slot wanted = state.taken ? state.taken->slot : 0;
  std::stable_sort(times.begin(), times.end(), [wanted](const OfferedTime& a, const OfferedTime& b) { return std::abs(a.slot - wanted) < std::abs(b.slot - wanted); });
  if (times.size() > kNextTimes) times.resize(kNextTimes);
  std::stable_sort(times.begin(), times.end(), [](const OfferedTime& a, const OfferedTime& b) { return a.slot < b.slot; });
  return times;
}

bool show_time(const AppointmentView& view, const OfferedTime& time, const std::string& label) {
  const std::string key = "time-" + std::to_string(time.office_id) + "-" + std::to_string(time.slot);
  const auto states = semantics::when(view.state().asking == Asking::Reserving, State::Disabled);
  if (!view.page.button(key, label, {.look = Appearance::Secondary, .states = states}).pressed()) return false;
  view.wish(BookingCommand::Reserve);
  view.answer.wish.time = time;
  return true;
}

void show_offices(const AppointmentView& view, const std::vector<std::int64_t>& offices) {
  const Screen& screen = view.screen;
  if (offices.size() < 2) return;
  auto group = view.page.radio_group("office", screen.text("book.where"), std::to_string(view.state().office_id));
  view.page.radio("0", screen.text("book.anywhere"));
  for (const std::int64_t office : offices) view.page.radio(std::to_string(office), office_name(screen, view.state(), office));
  if (const std::string* chosen = group->entered()) {
    view.wish(BookingCommand::ChooseOffice);
    view.answer.wish.number = std::atoll(chosen->c_str());
  }
}

void show_nearest(const AppointmentView& view) {
  const Screen& screen = view.screen;
  auto region = view.page.region("next", 2, screen.text(view.state().taken ? "book.nearest" : "book.next"));
  const std::vector<OfferedTime> times = nearest_times(view.state());
  if (times.empty()) return view.page.paragraph(screen.text("book.next.none"));
  auto list = view.page.list();
  for (const OfferedTime& time : times) {
    auto item = view.page.item(std::to_string(time.office_id) + "-" + std::to_string(time.slot));
    show_time(view, time, time_words(screen, time.slot) + ", " + office_name(screen, view.state(), time.office_id));
  }
}

void show_times_of_day(const AppointmentView& view) {
  const BookingState& state = view.state();
  if (!state.day) return;
  const Screen& screen = view.screen;
  auto region = view.page.region("day", 2, screen.locale.long_date(*state.day));
  const auto known = state.times.find(*state.day);
  if (known == state.times.end()) return view.page.paragraph(screen.text("book.asking.days"));
  bool has_any = false;
  for (const zms::OfficeSlots& office : known->second) {
    if (!is_wanted_office(state, office.office_id)) continue;
    has_any = true;
    auto group = view.page.group("office-" + std::to_string(office.office_id), office_name(screen, state, office.office_id));
    auto buttons = view.page.block("times", {.look = Appearance::Cluster});
    for (const zms::Slot slot : office.slots) {
      if (day_of_slot(screen, slot) == *state.day) show_time(view, {slot, office.office_id}, clock_words(screen, slot));
    }
  }
  if (!has_any) view.page.paragraph(screen.text("book.day.none"));
}

}  // namespace

void show_times(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  const std::vector<std::int64_t> offices = state.offices();
  if (state.wanted.empty() || (state.offer && offices.empty())) {
    auto message = view.page.message("nothing", screen.text("book.nothing_chosen.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.nothing_chosen.text"));
    view.page.link("choose", screen.text("book.title"), view.path({}), {.look = Appearance::Primary});
    return;
  }
  {
    auto line = view.page.running_paragraph();
    view.page.text(screen.text("book.for", {{"services", wanted_words(screen, state)}}));
    view.page.text(" ");
    view.page.link("change", screen.text("book.change_choice"), view.path({}));
  }
  if (state.has_expired) {
    auto message = view.page.message("expired", screen.text("book.expired.title"), Appearance::Warning);
    view.page.paragraph(screen.text("book.expired.text"));
  } else if (state.taken) {
    auto message = view.page.message("taken", screen.text("book.taken.title"), Appearance::Warning);
    view.page.paragraph(screen.text("book.taken.text", {{"when", time_words(screen, state.taken->slot)}}));
  }
  if (!state.replaces.empty()) {
    auto message = view.page.message("moving", screen.text("book.moving.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.moving.text"));
  }
  if (state.is_offline && !state.free) {
    auto message = view.page.message("waits", screen.text("book.offline.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.offline.text"));
  }
  show_course(view);
  show_offices(view, offices);
  if (!state.free) return;
  if (state.free->days.empty()) {
    auto message = view.page.message("full", screen.text("book.full.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.full.text", {{"phone", screen.city.city.phone}}));
    return;
  }
  show_nearest(view);
  show_days(view);
  show_times_of_day(view);
}

}  // namespace stadttor::services::book_appointment
