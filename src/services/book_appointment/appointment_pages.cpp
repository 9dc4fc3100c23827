#include "services/book_appointment/appointment_pages.h"

#include <algorithm>

#include "services/book_appointment/appointment_page_parts.h"

namespace stadttor::services::book_appointment {

using city::PageKind;
using semantics::Appearance;

namespace {

// Of a reservation.
constexpr long kMinutesToTell = 5;
constexpr long kMinutesToHurry = 2;

std::string_view title_key_of(std::string_view part) {
  if (part == kTimePart) return "book.title.time";
  if (part == kPersonPart) return "book.title.person";
  if (part == kCheckPart) return "book.title.check";
  return part == kOwnPart ? "book.title.own" : "book.title";
}

std::string_view asking_key_of(Asking asking) {
  switch (asking) {
    case Asking::Nothing: return {};
    case Asking::Offer: return "book.asking.offer";
    case Asking::Days:
    case Asking::Times: return "book.asking.days";
    case Asking::Reserving: return "book.asking.reserving";
    case Asking::Keeping: break;
  }
  return "book.asking.keeping";
}

void show_without_engine(const AppointmentView& view) {
  auto block = view.page.block("without-engine", {.look = Appearance::WithoutEngine});
  if (view.screen.now) return;
  const city::CityFacts& city = view.screen.city.city;
  auto message = view.page.message("message", view.screen.text("book.without_engine.title"), Appearance::Warning);
  view.page.paragraph(view.screen.text("book.without_engine.text", {{"phone", city.phone}, {"address", city.address_lines}}));
  auto line = view.page.running_paragraph();
  view.page.link("call", view.screen.text("help.call", {{"phone", city.phone}}), "tel:" + city.phone);
}

// No interface, no booking: the page says where to turn.
void show_no_way(const AppointmentView& view) {
  auto message = view.page.message("none", view.screen.text("book.none.title"), Appearance::Info);
  view.page.paragraph(view.screen.text("book.none.text", {{"phone", view.screen.city.city.phone}}));
  view.page.link("offices", view.screen.text("page.offices"), view.screen.path(PageKind::Offices));
}

}  // namespace

void AppointmentView::go(std::string_view part) const {
  city::Address there;
  there.language = screen.city.language;
  there.page = PageKind::Appointments;
  there.id = part;
  answer.next = there;
}

void show_course(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  const std::string_view asking = asking_key_of(state.asking);
  view.page.status("asking", asking.empty() ? std::string_view() : screen.text(asking), {.look = asking.empty() ? Appearance::VisuallyHidden : Appearance::Plain});
  if (!state.trouble) return;
  const BookingTrouble& trouble = *state.trouble;
  auto message = view.page.message("trouble", screen.text(trouble.is_storage ? "book.not_kept.title" : "book.trouble.title"), Appearance::Warning);
  view.page.paragraph(trouble.is_storage ? screen.text("book.not_kept.text") : step_words(screen, trouble.setback));
  if (trouble.setback.step == zms::Step::ContactOffice) {
    auto line = view.page.running_paragraph();
    view.page.link("call", screen.text("help.call", {{"phone", screen.city.city.phone}}), "tel:" + screen.city.city.phone);
  }
  const bool is_asked_by_button = trouble.during != Asking::Keeping;
  if (is_asked_by_button && view.page.button("again", screen.text("error.try_again")).pressed()) view.wish(BookingCommand::TryAgain);
}

bool show_reservation(const AppointmentView& view) {
  const Screen& screen = view.screen;
  const BookingState& state = view.state();
  if (!state.reserved) {
    auto message = view.page.message("nothing", screen.text("book.nothing_reserved.title"), Appearance::Info);
    view.page.paragraph(screen.text("book.nothing_reserved.text"));
    view.page.link("time", screen.text("book.choose_time"), view.path(state.wanted.empty() ? std::string_view() : kTimePart), {.look = Appearance::Primary});
    return false;
  }
  auto region = view.page.region("reserved", 2, screen.text("book.reserved"));
  const long left = static_cast<long>(std::max<platform::Instant>(0, state.reserved_until - view.facts.now + 59'999) / 60'000);
  const std::string words = screen.city.texts.counted("book.minutes_left", left, screen.locale);
  const bool is_short = left <= kMinutesToHurry;
  view.page.paragraph(words, {.look = is_short ? Appearance::Warning : Appearance::Bold});
  // Said twice, when it gets short; else the number above changes in silence.
  const bool is_told = left == kMinutesToTell || is_short;
  view.page.status("short", is_told ? words + " " + std::string(screen.text("book.minutes_short")) : std::string(), {.look = Appearance::VisuallyHidden});
  {
    auto facts = view.page.description_list(Appearance::Facts);
    view.page.term(screen.text("book.when"));
    view.page.definition(time_words(screen, state.reserved->begins));
    view.page.term(screen.text("book.where"));
    view.page.definition(office_name(screen, state, state.reserved->office_id));
    view.page.term(screen.text("book.what"));
    view.page.definition(wanted_words(screen, state));
  }
  return true;
}

AppointmentAnswer show_appointments(const Screen& screen, semantics::Page& page, const city::Address& address, const AppointmentFacts& facts, AppointmentEntries& entries) {
  AppointmentAnswer answer;
  const AppointmentView view{screen, page, address, facts, entries, answer};
  const std::string title = appointment_page_title(screen, address);
  std::vector<Crumb> crumbs;
  if (!address.id.empty()) crumbs.push_back({std::string(screen.text("book.title")), screen.path(PageKind::Appointments), {}});
  crumbs.push_back({title, {}, {}});
  show_breadcrumb(screen, page, crumbs);
  page.heading(1, title);
  if (address.id.empty()) page.paragraph(screen.text("book.lead"), {.look = Appearance::Lead});
  show_without_engine(view);
  const bool is_own = address.id == kOwnPart;
  if (!screen.city.appointments && !is_own) {
    show_no_way(view);
    return answer;
  }
  if (address.id.empty()) show_choice(view);
  if (address.id == kTimePart) show_times(view);
  if (address.id == kPersonPart) show_person(view);
  if (address.id == kCheckPart) show_booking_check(view);
  if (is_own) show_own_appointment(view);
  return answer;
}

void show_own_appointments(const Screen& screen, semantics::Page& page, const AppointmentFacts& facts) {
  AppointmentEntries entries;
  AppointmentAnswer answer;
  const city::Address address;
  show_own_list({screen, page, address, facts, entries, answer});
  page.link("appointments", screen.text("book.title"), screen.path(PageKind::Appointments));
}

std::string appointment_page_title(const Screen& screen, const city::Address& address) { return std::string(screen.text(title_key_of(address.id))); }

void carry_out(const BookingWish& wish, const city::Catalogue& city, Booking& booking) {
  switch (wish.command) {
    case BookingCommand::None: return;
    case BookingCommand::Choose: return booking.choose(wish.number, wish.count);
    case BookingCommand::ChooseOffice: return booking.choose_office(wish.number);
    case BookingCommand::ShowDay: return booking.show_day(wish.day);
    case BookingCommand::Reserve: return booking.reserve(wish.time);
    case BookingCommand::TryAgain: return booking.try_again();
    case BookingCommand::Book: return booking.book(wish.order, city);
    case BookingCommand::AskAbout: return booking.ask_about(wish.appointment);
    case BookingCommand::Cancel: return booking.cancel(wish.appointment);
    case BookingCommand::Erase: return booking.erase(wish.appointment);
    case BookingCommand::Move: return booking.move(wish.appointment);
    case BookingCommand::Watch: return booking.watch(wish.appointment, true);
    case BookingCommand::StopWatching: return booking.watch(wish.appointment, false);
    case BookingCommand::TakeEarlier: return booking.take_earlier(wish.appointment);
    case BookingCommand::DismissEarlier: return booking.dismiss_earlier(wish.appointment);
  }
}

}  // namespace stadttor::services::book_appointment
