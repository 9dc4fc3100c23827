#include "services/book_appointment/appointment_page_parts.h"
#include "services/keep_data/keep_pages.h"

namespace stadttor::services::book_appointment {

namespace {

LocalTime local(const Screen& screen, zms::Slot slot) { return screen.locale.local_time(slot * 1000, screen.city.city.time_zone); }

bool shows_same(const LocalTime& a, const LocalTime& b) { return a.date == b.date && a.time == b.time; }

}  // namespace

std::string clock_words(const Screen& screen, zms::Slot slot) {
  constexpr zms::Slot kHour = 3600;
  const LocalTime time = local(screen, slot);
  std::string words = screen.locale.time_of_day(time.time);
  // The hour that comes twice when clocks go back.
  if (shows_same(time, local(screen, slot + kHour))) words.append(" (").append(screen.text("book.hour.first")).append(")");
  if (shows_same(time, local(screen, slot - kHour))) words.append(" (").append(screen.text("book.hour.second")).append(")");
  return words;
}

bool is_forenoon(const Screen& screen, zms::Slot slot) { return local(screen, slot).time.minutes < 12 * 60; }

Date day_of_slot(const Screen& screen, zms::Slot slot) { return local(screen, slot).date; }

std::string time_words(const Screen& screen, zms::Slot slot) { return screen.locale.long_date(day_of_slot(screen, slot)) + std::string(screen.text("list.comma")) + clock_words(screen, slot); }

std::string office_name(const Screen& screen, const BookingState& state, std::int64_t id) {
  for (const city::Office& office : screen.city.offices) {
    if (office.zms == id && id != 0) return office.name;
  }
  const zms::Office* office = state.find_office(id);
  return office == nullptr ? std::to_string(id) : office->name;
}

std::string wanted_words(const Screen& screen, const BookingState& state) {
  std::string words;
  for (const zms::WantedService& wanted : state.wanted) {
    const zms::Service* offered = state.find_service(wanted.service_id);
    std::string name = offered == nullptr ? std::to_string(wanted.service_id) : offered->name;
    for (const city::ServiceEntry& entry : screen.city.services) {
      if (entry.zms == wanted.service_id) name = entry.name;
    }
    if (wanted.count > 1) name.append(" (").append(std::to_string(wanted.count)).append(")");
    words.append(words.empty() ? "" : ", ").append(name);
  }
  return words;
}

std::string service_words(const kept_data::Appointment& appointment) {
  std::string words;
  for (const kept_data::BookedService& service : appointment.services) {
    words.append(words.empty() ? "" : ", ").append(service.name);
    if (service.count > 1) words.append(" (").append(std::to_string(service.count)).append(")");
  }
  return words;
}

city::Address address_of_own(const Screen& screen, const std::string& id) {
  city::Address address;
  address.language = screen.city.language;
  address.page = city::PageKind::Appointments;
  address.id = kOwnPart;
  address.query = id;
  return address;
}

void show_kept_for_visit(const AppointmentView& view) {
  view.page.paragraph(view.screen.text("book.kept.visit"));
  auto line = view.page.running_paragraph();
  view.page.link("keep", view.screen.text("data.keep"), view.screen.path(city::PageKind::MyData, keep_data::kKeepPage));
}

std::string_view step_words(const Screen& screen, const zms::Setback& setback) {
  if (setback.is_network) return screen.text("book.step.network");
  switch (setback.step) {
    case zms::Step::ChooseAnother: return screen.text("book.step.choose_another");
    case zms::Step::ChooseLater: return screen.text("book.step.choose_later");
    case zms::Step::BookAgain: return screen.text("book.step.book_again");
    case zms::Step::ProveAgain:
    case zms::Step::TryLater: return screen.text("book.step.try_later");
    case zms::Step::CorrectDetails: return screen.text("book.step.correct");
    case zms::Step::CancelAnother: return screen.text("book.step.cancel_another");
    case zms::Step::ChooseFewer: return screen.text("book.step.choose_fewer");
    case zms::Step::ChooseOffice: return screen.text("book.step.choose_office");
    case zms::Step::LookAgain: return screen.text("book.step.look_again");
    case zms::Step::CheckAccess: return screen.text("book.step.check_access");
    case zms::Step::ContactOffice: break;
  }
  return screen.text("book.step.contact");
}

}  // namespace stadttor::services::book_appointment
