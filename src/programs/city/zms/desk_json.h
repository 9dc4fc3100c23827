// The shapes of the citizen API's answers (ThinnedScope, ThinnedProcess), written from what the server knows.
#pragma once

#include <nlohmann/json.hpp>

#include "programs/city/zms/appointment_desk.h"

namespace stadttor::city_server::zms {

using OrderedJson = nlohmann::ordered_json;

std::string text_of(const OrderedJson& json);

OrderedJson scope_json(const Office& office);

// What is said with an appointment beside what is stored of it.
struct ProcessDetails {
  std::string auth_key;
  std::string captcha_token;
  std::string calendar_file;  // empty: none
};

OrderedJson process_json(const BookingPlan& plan, const AppointmentRecord& appointment, const ProcessDetails& details);

}  // namespace stadttor::city_server::zms
