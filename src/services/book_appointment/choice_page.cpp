// What for: services that can be booked, how many of each, and where they can be done in one visit. Below, the citizen's own appointments.
#include <algorithm>

#include "services/book_appointment/appointment_page_parts.h"

namespace stadttor::services::book_appointment {

using city::PageKind;
using semantics::Appearance;
using semantics::State;

namespace {

int count_of(const BookingState& state, std::int64_t service) {
  for (const zms::WantedService& wanted : state.wanted) {
    if (wanted.service_id == service) return wanted.count;
  }
  return 0;
}

// The city's offer may have less than its pack says.
bool is_offered(const BookingState& state, std::int64_t service) { return !state.offer || state.find_service(service) != nullptr; }

void show_services(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  auto group = view.page.group("services", screen.text("book.services"), {.hint = screen.text("book.services.hint")});
  for (const city::ServiceEntry& service : screen.city.services) {
    if (service.zms == 0 || !is_offered(state, service.zms)) continue;
    const int count = count_of(state, service.zms);
    auto place = view.page.block("place-" + service.id, in_language(screen, service.language));
    const auto box = view.page.checkbox("service-" + service.id, service.name, count > 0);
    if (const std::string* checked = box.checked()) {
      view.wish(BookingCommand::Choose);
      view.answer.wish.number = service.zms;
      view.answer.wish.count = *checked == "1" ? 1 : 0;
    }
    const zms::Service* offered = state.find_service(service.zms);
    if (count == 0 || offered == nullptr || offered->most < 2) continue;
    auto select = view.page.select("count-" + service.id, screen.text("book.count", {{"service", service.name}}), std::to_string(count));
    for (int number = 1; number <= std::min(offered->most, 25); ++number) view.page.option(std::to_string(number), std::to_string(number));
    if (const std::string* chosen = select->entered()) {
      view.wish(BookingCommand::Choose);
      view.answer.wish.number = service.zms;
      view.answer.wish.count = std::clamp(std::atoi(chosen->c_str()), 1, 25);
    }
  }
}

void show_places(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  if (state.wanted.empty() || !state.offer) return;
  const std::vector<std::int64_t> offices = state.offices();
  if (offices.empty()) {
    auto message = view.page.message("apart", screen.text("book.apart.title"), Appearance::Warning);
    view.page.paragraph(screen.text("book.apart.text"));
    return;
  }
  auto region = view.page.region("places", 2, screen.text("book.places"));
  {
    auto list = view.page.list();
    for (const std::int64_t office : offices) view.page.text_item(office_name(screen, state, office));
  }
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
    if (kept.earlier) view.page.paragraph(screen.text("book.earlier.title"), {.look = Appearance::Bold});
  }
}

void show_choice(const AppointmentView& view) {
  const BookingState& state = view.state();
  if (!state.replaces.empty()) {
    auto message = view.page.message("moving", view.screen.text("book.moving.title"), Appearance::Info);
    view.page.paragraph(view.screen.text("book.moving.text"));
  }
  {
    auto form = view.page.block("choice", {.look = Appearance::Filter});
    show_services(view);
  }
  show_course(view);
  show_places(view);
  show_own_list(view);
}

}  // namespace stadttor::services::book_appointment
