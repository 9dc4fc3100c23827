// Appointments at the citizen's desk: a booking over whichever vault is open.
#include "portal/desk/citizens_desk.h"

namespace stadttor::portal {

using services::book_appointment::AppointmentFacts;
using services::book_appointment::Booking;
using services::book_appointment::BookingPorts;
using services::book_appointment::BookingState;
using services::book_appointment::KeptAppointment;
using services::book_appointment::Vaulting;
using services::keep_data::KeepState;

namespace {

Vaulting vaulting_of(KeepState state) {
  switch (state) {
    case KeepState::Looking: return Vaulting::Unknown;
    case KeepState::Locked: return Vaulting::Locked;
    case KeepState::VisitOnly: return Vaulting::ThisVisit;
    case KeepState::Open: break;
  }
  return Vaulting::OnDevice;
}

}  // namespace

void CitizensDesk::prepare_appointments(const city::Catalogue& city) {
  if (!ports_ || booking != nullptr || !city.appointments) return;
  BookingPorts ports{[this] { return keeper->open_vault(); }, ports_->http, ports_->cryptography, ports_->clock, ports_->random, ports_->timer};
  booking = std::make_unique<Booking>(std::move(ports), city.appointments->api, [this] {
    // What is new there may be new in the ledger.
    ledger_.reset();
    if (changed_) changed_();
  });
  booking->set_offline(is_offline);
  appointments_opening_ = 0;
  vaulting_ = Vaulting::Unknown;
  follow_vault_with_appointments();
}

void CitizensDesk::follow_vault_with_appointments() {
  if (booking == nullptr || keeper == nullptr) return;
  const Vaulting vaulting = vaulting_of(keeper->data().state);
  if (vaulting == vaulting_ && appointments_opening_ == keeper->openings()) return;
  vaulting_ = vaulting;
  appointments_opening_ = keeper->openings();
  booking->follow_vault(vaulting);
}

AppointmentFacts CitizensDesk::appointment_facts() const {
  static const BookingState kNothingKnown;
  AppointmentFacts facts{booking == nullptr ? kNothingKnown : booking->state()};
  if (!ports_) return facts;
  facts.now = ports_->clock.now();
  if (keeper != nullptr && keeper->data().is_readable()) facts.profile = &keeper->data().profile;
  return facts;
}

FurtherPacks CitizensDesk::further_packs(const city::Address& address) const {
  if (booking == nullptr || address.page != city::PageKind::Appointments) return {};
  const KeptAppointment* kept = booking->state().find(address.query);
  if (kept == nullptr) return {};
  FurtherPacks packs;
  packs.office = kept->appointment.office;
  for (const auto& service : kept->appointment.services) {
    if (!service.service.empty()) packs.services.push_back(service.service);
  }
  return packs;
}

}  // namespace stadttor::portal
