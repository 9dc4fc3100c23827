// The pages of appointments: booking one, and the citizen's own.
#include <algorithm>
#include <cstdlib>
#include <optional>

#include "portal/desk/citizens_desk.h"
#include "portal/desk/desk_families.h"

namespace stadttor::portal {

using city::Address;
using city::PageKind;
using services::Screen;
using services::book_appointment::NextPage;

namespace {

void request(Library&, const Address&, PageContent&) {}

PageKind existing(const PageContent&, const Address& address) {
  const auto& parts = services::book_appointment::kParts;
  return std::find(std::begin(parts), std::end(parts), address.id) == std::end(parts) ? PageKind::NotFound : address.page;
}

std::string title(const Screen& screen, const PageContent&, const PageState& state) {
  return services::book_appointment::appointment_page_title(screen, state.address);
}

std::string description(const PageContent& content, const Address&) { return std::string(content.city->texts("book.lead")); }

// From the page of a service: what it is for is chosen already.
void choose_by_address(const Screen& screen, const Address& address, CitizensDesk& desk) {
  const bool is_new = address.id.empty() && !address.query.empty() && address.query != desk.preselected_service;
  if (!is_new) return;
  desk.preselected_service = address.query;
  const city::ServiceEntry* service = screen.city.find_service(address.query);
  if (service != nullptr && service->zms != 0) desk.booking->choose(service->zms, 1);
}

// "nummer=100001&schluessel=..." behind the "#", as the offices' mails have it; nothing for anything else.
std::optional<protocols::zms::AppointmentAccess> access_from(const std::string& anchor) {
  constexpr std::string_view kNumber = "nummer=";
  constexpr std::string_view kKey = "&schluessel=";
  const std::size_t key = anchor.find(kKey);
  if (anchor.compare(0, kNumber.size(), kNumber) != 0 || key == std::string::npos) return std::nullopt;
  const std::int64_t number = std::atoll(anchor.substr(kNumber.size(), key - kNumber.size()).c_str());
  if (number <= 0 || key + kKey.size() == anchor.size()) return std::nullopt;
  return protocols::zms::AppointmentAccess{number, Personal<std::string>(anchor.substr(key + kKey.size()))};
}

// From a mail: once the vault can keep it, the key leaves the address.
void adopt_by_address(const Screen& screen, const Address& address, CitizensDesk& desk, PageAnswer& answer) {
  if (address.id != services::book_appointment::kOwnPart || !desk.booking->state().is_read) return;
  const auto access = access_from(address.anchor);
  if (!access) return;
  desk.booking->adopt(*access, screen.city);
  Address without_key = address;
  without_key.anchor.clear();
  answer.form.instead = without_key;
}

Address address_of(const Screen& screen, const NextPage& next) {
  Address address;
  address.language = screen.city.language;
  address.page = PageKind::Appointments;
  address.id = next.part;
  address.query = next.appointment;
  return address;
}

void show(const Screen& screen, semantics::Page& page, const PageContent& content, PageState& state, PageAnswer& answer) {
  CitizensDesk& desk = desk_of(state);
  desk.prepare_sending(screen.city);
  desk.prepare_appointments(screen.city);
  if (desk.booking != nullptr) {
    choose_by_address(screen, state.address, desk);
    adopt_by_address(screen, state.address, desk, answer);
    if (state.address.id != services::book_appointment::kOwnPart) desk.booking->look();
    if (state.address.id == services::book_appointment::kTimePart) desk.booking->look_for_days();
    // Booked: what was entered for it stays with it.
    if (state.address.id == services::book_appointment::kOwnPart && !desk.booking->state().reserved) desk.appointment_entries.person = {};
  }
  services::book_appointment::AppointmentFacts facts = desk.appointment_facts();
  facts.services = content.further_services;
  facts.office = content.office;
  const auto wanted = services::book_appointment::show_appointments(screen, page, state.address, facts, desk.appointment_entries);
  answer.form.next = wanted.next;
  answer.form.print = wanted.print;
  if (wanted.calendar_file) answer.form.copy = services::apply::SavedCopy{wanted.calendar_file->first, Personal<std::string>(wanted.calendar_file->second)};
  if (desk.booking == nullptr) return;
  services::book_appointment::carry_out(wanted.wish, screen.city, *desk.booking);
  if (auto person = desk.booking->take_person()) desk.appointment_entries.person = *std::move(person);
  if (const auto next = desk.booking->take_next()) answer.form.next = address_of(screen, *next);
}

}  // namespace

const PageFamily kAppointmentsFamily = {request, existing, title, description, show};

}  // namespace stadttor::portal
