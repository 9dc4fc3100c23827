// An appointment as its citizen keeps it: who has number and key can read, move and cancel it, so this record is the only place for the key.
// What the office knows of it is asked anew (protocols/zms).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::kept_data {

inline constexpr std::uint16_t kAppointmentSchema = 1;

// Stored names: "booking", "booked", "cancelling", "cancelled".
enum class AppointmentState : unsigned char {
  Booking,     // asked for; whether the office has it is found out
  Booked,
  Cancelling,  // to be cancelled; it may still stand
  Cancelled,   // or lost: it does not stand any more
};

struct BookedService {
  std::int64_t id = 0;  // the office's
  std::string service;  // the city's; empty where it is none of the catalogue's
  std::string name;
  int count = 1;
};

// What the office asked for, as it was entered.
struct AppointmentPerson {
  Personal<std::string> family_name, email, telephone, custom_text, second_custom_text;
};

struct Appointment {
  AppointmentState state = AppointmentState::Booking;
  std::int64_t process_id = 0;
  Personal<std::string> auth_key;
  std::string number;      // shown in the waiting room
  std::int64_t begins = 0; // seconds since 1970
  std::int64_t office_id = 0;
  std::string office;      // the city's; empty where it is none of the catalogue's
  std::string office_name;
  std::string hint;        // the office's, for this visit
  std::vector<BookedService> services;
  AppointmentPerson person;
  std::int64_t booked_at = 0;  // milliseconds since 1970
  std::uint64_t ledger_number = 0;
  bool watches = false;        // for an earlier one
  std::string replaces;        // id of the record of the one it takes the place of, hexadecimal; empty once that is cancelled
};

Personal<std::string> json_from_appointment(const Appointment& appointment);
Result<Appointment> parse_appointment(const Personal<std::string>& json);

}  // namespace stadttor::kept_data
