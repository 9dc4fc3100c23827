// Reports as a server publishes them, which ones to ask for, and what it answers to a new one (GeoReport v2, "GET Service Requests",
// "POST Service Request", "GET service_request_id from a token").
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/locale.h"
#include "protocols/open311/message.h"

namespace stadttor::protocols::open311 {

// WGS84, in degrees.
struct Position {
  double latitude = 0;
  double longitude = 0;
  friend bool operator==(const Position& a, const Position& b) { return a.latitude == b.latitude && a.longitude == b.longitude; }
};

enum class RequestStatus : unsigned char { Open, Closed };

struct ServiceRequest {
  std::string id;  // empty as long as there is only a token
  RequestStatus status = RequestStatus::Open;
  std::string status_notes;
  std::string service_code;
  std::string service_name;
  std::string title;
  std::string description;
  std::string agency_responsible;
  std::string service_notice;
  std::optional<platform::Instant> requested_at;
  std::optional<platform::Instant> updated_at;
  std::optional<platform::Instant> expected_at;
  std::string address;
  std::optional<Position> position;
  std::string media_url;  // as it came: whoever shows it asks is_allowed_url()
};

// All empty: what the server takes for recent. A span is at most 90 days.
struct RequestFilter {
  std::vector<std::string> ids;
  std::string service_code;
  std::optional<platform::Instant> from;
  std::optional<platform::Instant> until;
  std::optional<RequestStatus> status;
  unsigned page = 0;  // an extension that many servers have; 0 asks for none
};

// "?jurisdiction_id=...&service_code=..." or empty.
std::string query_from_filter(const RequestFilter& filter, const std::string& jurisdiction);

// What a report was given: an id, a token to ask for one later, or nothing (blackbox).
struct ReportReceipt {
  std::string id;
  std::string token;
  std::string service_notice;
};

Result<std::vector<ServiceRequest>> parse_requests(Format format, const std::string& body, const std::string& where);
Result<ReportReceipt> parse_receipt(Format format, const std::string& body, const std::string& where);

}  // namespace stadttor::protocols::open311
