// When and where: the next free times, and every day that can be booked, as a calendar or as a list. All of them lead to the same times.
#include <algorithm>
#include <set>

#include "services/book_appointment/appointment_page_parts.h"

namespace stadttor::services::book_appointment {

using semantics::Appearance;

namespace {

constexpr std::size_t kNextTimes = 6;

std::vector<OfferedTime> known_times(const BookingState& state) {
  std::vector<OfferedTime> times;
  for (const auto& [day, offices] : state.times) {
    for (const zms::OfficeSlots& office : offices) {
      if (!is_wanted_office(state, office.office_id)) continue;
      for (const zms::Slot slot : office.slots) times.push_back({slot, office.office_id});
    }
  }
  std::stable_sort(times.begin(), times.end(), [](const OfferedTime& a, const OfferedTime& b) { return a.slot < b.slot; });
  return times;
}

// Those next to a time that was taken meanwhile.
std::vector<OfferedTime> times_near(std::vector<OfferedTime> times, zms::Slot wanted) {
  std::stable_sort(times.begin(), times.end(), [wanted](const OfferedTime& a, const OfferedTime& b) { return std::abs(a.slot - wanted) < std::abs(b.slot - wanted); });
  if (times.size() > kNextTimes) times.resize(kNextTimes);
  return times;
}

// The earliest of each forenoon and afternoon: whoever cannot come on the first one is not helped by one ten minutes later.
std::vector<OfferedTime> next_times(const Screen& screen, const std::vector<OfferedTime>& times) {
  std::vector<OfferedTime> chosen;
  std::vector<OfferedTime> others;
  std::set<std::pair<Date, bool>> halves;
  for (const OfferedTime& time : times) {
    const bool is_first = halves.insert({day_of_slot(screen, time.slot), is_forenoon(screen, time.slot)}).second;
    (is_first && chosen.size() < kNextTimes ? chosen : others).push_back(time);
  }
  for (const OfferedTime& time : others) {
    if (chosen.size() < kNextTimes) chosen.push_back(time);
  }
  return chosen;
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
  const BookingState& state = view.state();
  auto region = view.page.region("next", 2, screen.text(state.taken ? "book.nearest" : "book.next"));
  std::vector<OfferedTime> times = known_times(state);
  times = state.taken ? times_near(std::move(times), state.taken->slot) : next_times(screen, times);
  std::stable_sort(times.begin(), times.end(), [](const OfferedTime& a, const OfferedTime& b) { return a.slot < b.slot; });
  if (times.empty()) return view.page.paragraph(screen.text("book.next.none"));
  auto list = view.page.list(Appearance::CardGrid);
  for (const OfferedTime& time : times) {
    auto item = view.page.item(std::to_string(time.office_id) + "-" + std::to_string(time.slot));
    show_time(view, time, time_words(screen, time.slot) + std::string(screen.text("list.comma")) + office_name(screen, state, time.office_id));
  }
}

void show_all_days(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const semantics::NodeKey of_day = view.page.key_of("day");
  {
    auto region = view.page.region("days", 2, screen.text("book.days"));
    {
      auto group = view.page.radio_group("as", screen.text("book.days.as"), view.entries.wants_list ? "list" : "calendar", {.look = Appearance::Cluster});
      view.page.radio("calendar", screen.text("book.days.calendar"));
      view.page.radio("list", screen.text("book.days.list"));
      if (const std::string* chosen = group->entered()) view.entries.wants_list = *chosen == "list";
    }
    if (view.entries.wants_list) return show_day_list(view);
    show_calendar(view, of_day);
  }
  if (!view.state().day) return;
  auto region = view.page.region("day", 2, screen.locale.long_date(*view.state().day));
  show_times_of_day(view);
}

bool show_nothing_chosen(const AppointmentView& view, bool has_offices) {
  const BookingState& state = view.state();
  if (!state.wanted.empty() && (!state.offer || has_offices)) return false;
  auto message = view.page.message("nothing", view.screen.text("book.nothing_chosen.title"), Appearance::Info);
  view.page.paragraph(view.screen.text("book.nothing_chosen.text"));
  view.page.link("choose", view.screen.text("book.title"), view.path({}), {.look = Appearance::Primary});
  return true;
}

// What became of the time that was chosen before; who was on this page is led there.
void show_what_happened(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  if (state.taken && view.entries.told_taken != state.taken) view.page.focus(view.page.key_of(state.has_expired ? "expired" : "taken"));
  view.entries.told_taken = state.taken;
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
}

}  // namespace

void show_times(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  const std::vector<std::int64_t> offices = state.offices();
  if (show_nothing_chosen(view, !offices.empty())) return;
  {
    auto line = view.page.running_paragraph();
    view.page.text(screen.text("book.for", {{"services", wanted_words(screen, state)}}));
    view.page.text(" ");
    view.page.link("change", screen.text("book.change_choice"), view.path({}));
  }
  show_what_happened(view);
  show_course(view);
  show_offices(view, offices);
  if (!state.free) return;
  if (state.free->days.empty()) {
    auto message = view.page.message("full", screen.text("book.full.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.full.text", {{"phone", screen.city.city.phone}}));
    return;
  }
  show_nearest(view);
  show_all_days(view);
}

}  // namespace stadttor::services::book_appointment
