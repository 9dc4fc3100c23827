// The event log of a case: every Security Event Token in the order in which it was taken. Callers hold the connection's lock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/submission_records.h"

namespace stadttor::city_server {

struct CaseEvent {
  std::string case_id;
  std::string submission_id;
  std::string jti;
  std::string name;  // "submit-submission"
  std::string token;
};

Outcome append_event(Connection& connection, const CaseEvent& event);

struct EventPage {
  std::vector<std::string> tokens;
  std::int64_t total = 0;
};
Result<EventPage> read_events(Connection& connection, std::string_view case_id, std::int64_t limit, std::int64_t offset);
Result<bool> has_event(Connection& connection, std::string_view submission_id, std::string_view name);

Result<bool> is_known_event(Connection& connection, std::string_view jti);

// Signed by the delivery service and appended.
Outcome record_own_event(DeliveryService& service, const SubmissionRecord& submission, const std::string& name, const std::string& content);

}  // namespace stadttor::city_server
