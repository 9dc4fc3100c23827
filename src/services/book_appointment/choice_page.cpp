// What for: services that can be booked, how many of each, and where they can be done in one visit. And the citizen's own appointments.
#include <algorithm>

#include "services/book_appointment/appointment_page_parts.h"

namespace stadttor::services::book_appointment {

using city::PageKind;
using semantics::Appearance;

namespace {

constexpr int kMostOfOne = 25;  // in the interface, too

int count_of(const BookingState& state, std::int64_t service) {
  for (const zms::WantedService& wanted : state.wanted) {
    if (wanted.service_id == service) return wanted.count;
  }
  return 0;
}

// The city's offer may have less than its pack says.
bool is_offered(const BookingState& state, std::int64_t service) { return !state.offer || state.find_service(service) != nullptr; }

void wish_count(const AppointmentView& view, std::int64_t service, int count) {
  view.wish(BookingCommand::Choose);
  view.answer.wish.number = service;
  view.answer.wish.count = count;
}

// All of them in one place that never changes: what belongs to those that are chosen stands elsewhere.
void show_services(const AppointmentView& view, std::string_view legend) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  auto form = view.page.block("choice", {.look = Appearance::Filter});
  auto group = view.page.group("services", screen.text(legend), {.hint = screen.text("book.services.hint")});
  for (const city::ServiceEntry& service : screen.city.services) {
    if (service.zms == 0 || !is_offered(state, service.zms)) continue;
    auto place = view.page.block("place-" + service.id, in_language(screen, service.language));
    const auto box = view.page.checkbox("service-" + service.id, service.name, count_of(state, service.zms) > 0);
    if (const std::string* checked = box.checked()) wish_count(view, service.zms, *checked == "1" ? 1 : 0);
  }
}

void show_counts(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  for (const city::ServiceEntry& service : screen.city.services) {
    const int count = service.zms == 0 ? 0 : count_of(state, service.zms);
    const zms::Service* offered = state.find_service(service.zms);
    if (count == 0 || offered == nullptr || offered->most < 2) continue;
    auto select = view.page.select("count-" + service.id, screen.text("book.count", {{"service", service.name}}), std::to_string(count));
    for (int number = 1; number <= std::min(offered->most, kMostOfOne); ++number) view.page.option(std::to_string(number), std::to_string(number));
    if (const std::string* chosen = select->entered()) wish_count(view, service.zms, std::clamp(std::atoi(chosen->c_str()), 1, kMostOfOne));
  }
}

// What is chosen, how many of it, where it can be done together, and the way on.
void show_chosen(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  const bool is_known = !state.wanted.empty() && state.offer;
  const std::vector<std::int64_t> offices = state.offices();
  const bool is_apart = is_known && offices.empty();
  // Whoever does not see what comes and goes below hears it.
  std::string told;
  for (const std::int64_t office : offices) told.append(told.empty() ? std::string_view() : screen.text("list.comma")).append(office_name(screen, state, office));
  if (!told.empty()) told = screen.text("book.places.told", {{"services", wanted_words(screen, state)}, {"offices", told}});
  view.page.status("chosen-told", is_apart ? std::string(screen.text("book.apart.title")) : told, {.look = Appearance::VisuallyHidden});
  if (!is_known) return;
  auto region = view.page.region("chosen", 2, screen.text("book.chosen"));
  view.page.paragraph(wanted_words(screen, state));
  show_counts(view);
  if (is_apart) {
    auto message = view.page.message("apart", screen.text("book.apart.title"), Appearance::Warning);
    view.page.paragraph(screen.text("book.apart.text"));
    return;
  }
  {
    auto places = view.page.region("places", 3, screen.text("book.places"));
    auto list = view.page.list();
    for (const std::int64_t office : offices) view.page.text_item(office_name(screen, state, office));
  }
  auto line = view.page.running_paragraph();
  view.page.link("time", screen.text("book.choose_time"), view.path(kTimePart), {.look = Appearance::Primary});
}

void show_state_of(const AppointmentView& view, const KeptAppointment& kept) {
  const kept_data::Appointment& appointment = kept.appointment;
  std::string_view key = "book.own.booked";
  if (appointment.state == kept_data::AppointmentState::Booking) key = "book.own.booking";
  if (appointment.state == kept_data::AppointmentState::Cancelling) key = "book.own.cancelling";
  if (appointment.state == kept_data::AppointmentState::Cancelled) key = "book.own.cancelled";
  if (appointment.state == kept_data::AppointmentState::Booked && appointment.begins * 1000 < view.facts.now) key = "book.own.past";
  view.page.text(view.screen.text(key), {.look = Appearance::Badge});
}

}  // namespace

void show_own_list(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  auto region = view.page.region("own", 2, screen.text("book.own"));
  if (state.vaulting == Vaulting::Locked) {
    view.page.paragraph(screen.text("book.locked.text"));
    view.page.link("unlock", screen.text("send.locked.link"), screen.path(PageKind::MyData));
    return;
  }
  if (state.own.empty()) view.page.paragraph(screen.text("book.own.none"));
  constexpr platform::Instant kDay = 86'400'000;
  for (const KeptAppointment& kept : state.own) {
    const platform::Instant begins = kept.appointment.begins * 1000;
    const bool is_near = stands(kept.appointment) && begins > view.facts.now && begins - view.facts.now < kDay;
    if (!is_near) continue;
    auto message = view.page.message("near-" + kept.id, screen.text("book.near.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.near.text", {{"when", time_words(screen, kept.appointment.begins)}, {"office", kept.appointment.office_name}}));
  }
  auto list = view.page.list(Appearance::ResultList);
  for (const KeptAppointment& kept : state.own) {
    auto item = view.page.item(kept.id);
    {
      auto line = view.page.running_paragraph();
      view.page.link("link", time_words(screen, kept.appointment.begins), city::path_of(address_of_own(screen, kept.id)));
      view.page.text(" ");
      show_state_of(view, kept);
    }
    view.page.paragraph(service_words(kept.appointment) + " – " + kept.appointment.office_name, {.look = Appearance::Small});
    view.page.status("earlier", kept.earlier ? screen.text("book.earlier.title") : std::string_view(), {.look = kept.earlier ? Appearance::Success : Appearance::VisuallyHidden});
  }
}

void show_choice(const AppointmentView& view) {
  const BookingState& state = view.state();
  if (!state.replaces.empty()) {
    auto message = view.page.message("moving", view.screen.text("book.moving.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("book.moving.text"));
  }
  // Whoever has an appointment looks for that one first; whoever comes from a service's page has chosen already.
  if (!state.own.empty()) show_own_list(view);
  const bool has_chosen_before = !view.address.query.empty() && view.screen.now;
  if (has_chosen_before) show_chosen(view);
  show_services(view, has_chosen_before ? "book.services.more" : "book.services");
  show_course(view);
  if (!has_chosen_before) show_chosen(view);
  if (state.own.empty()) show_own_list(view);
}

}  // namespace stadttor::services::book_appointment
