#include "services/book_appointment/booking_state.h"

namespace stadttor::services::book_appointment {

const KeptAppointment* BookingState::find(std::string_view id) const {
  for (const KeptAppointment& kept : own) {
    if (kept.id == id) return &kept;
  }
  return nullptr;
}

std::vector<std::int64_t> BookingState::offices() const { return offer && !wanted.empty() ? zms::offices_for(*offer, wanted) : std::vector<std::int64_t>{}; }

const zms::Office* BookingState::find_office(std::int64_t id) const {
  if (!offer) return nullptr;
  for (const zms::Office& office : offer->offices) {
    if (office.id == id) return &office;
  }
  return nullptr;
}

const zms::Service* BookingState::find_service(std::int64_t id) const {
  if (!offer) return nullptr;
  for (const zms::Service& service : offer->services) {
    if (service.id == id) return &service;
  }
  return nullptr;
}

bool stands(const kept_data::Appointment& appointment) {
  return appointment.state == kept_data::AppointmentState::Booked || appointment.state == kept_data::AppointmentState::Cancelling;
}

}  // namespace stadttor::services::book_appointment
