// One appointment as the server keeps it ("ThinnedProcess"), and what is said to it about one. Who has number and key can read and cancel
// it, so the key is kept as the citizen's own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/personal.h"
#include "protocols/zms/free_days.h"
#include "protocols/zms/offices.h"

namespace stadttor::protocols::zms {

// The states a citizen meets; the others (called, processing, missed ...) are the office's.
enum class AppointmentStatus : unsigned char { Reserved, Preconfirmed, Confirmed, Deleted, InOffice, Unknown };

struct AppointmentAccess {
  std::int64_t process_id = 0;
  Personal<std::string> auth_key;
};

struct Person {
  Personal<std::string> family_name, email, telephone, custom_text, second_custom_text;
};

struct Appointment {
  AppointmentAccess access;
  AppointmentStatus status = AppointmentStatus::Unknown;
  Slot begins = 0;
  Person person;
  std::int64_t office_id = 0;
  std::string office_name;
  OfficeRules rules;
  std::vector<WantedService> services;
  std::string service_name;
  std::string number;         // shown in the waiting room
  std::string captcha_token;  // to go on with, where the server renews it
  Personal<std::string> calendar_file;
};

struct Reservation {
  Slot slot = 0;
  std::int64_t office_id = 0;
  std::vector<WantedService> services;
  std::string captcha_token;
};

Result<Appointment> parse_appointment(const std::string& body, const std::string& where);

std::string body_from_reservation(const Reservation& reservation);
// {"processId":...,"authKey":...}, what confirming and cancelling send.
Personal<std::string> body_from_access(const AppointmentAccess& access);
Personal<std::string> body_from_person(const AppointmentAccess& access, const Person& person);

}  // namespace stadttor::protocols::zms
