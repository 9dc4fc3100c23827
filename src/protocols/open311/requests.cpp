#include "protocols/open311/requests.h"

#include "foundation/url.h"
#include "protocols/open311/date_time.h"

namespace stadttor::protocols::open311 {

namespace {

void append(std::string& query, const char* name, const std::string& value) {
  if (value.empty()) return;
  query.append(query.empty() ? "?" : "&").append(name).append("=").append(percent_encoded(value));
}

// Whatever is not closed (servers know "in process" and others) is still being worked on.
RequestStatus status_from(const std::string& text) {
  const bool is_closed = text == "closed" || text == "Closed" || text == "CLOSED";
  return is_closed ? RequestStatus::Closed : RequestStatus::Open;
}

// Zero for both is what databases write for "unknown"; elsewhere than on the earth is nowhere.
std::optional<Position> read_position(MessageReader& reader) {
  const std::optional<double> latitude = reader.optional_number("lat");
  const std::optional<double> longitude = reader.optional_number("long");
  if (!latitude || !longitude || (*latitude == 0 && *longitude == 0)) return {};
  const bool is_on_earth = *latitude >= -90 && *latitude <= 90 && *longitude >= -180 && *longitude <= 180;
  if (!is_on_earth) return {};
  return Position{*latitude, *longitude};
}

}  // namespace

std::string query_from_filter(const RequestFilter& filter, const std::string& jurisdiction) {
  std::string ids;
  for (const std::string& id : filter.ids) ids.append(ids.empty() ? "" : ",").append(id);
  std::string query;
  append(query, "jurisdiction_id", jurisdiction);
  append(query, "service_request_id", ids);
  append(query, "service_code", filter.service_code);
  if (filter.from) append(query, "start_date", text_from_instant(*filter.from));
  if (filter.until) append(query, "end_date", text_from_instant(*filter.until));
  if (filter.status) append(query, "status", *filter.status == RequestStatus::Open ? "open" : "closed");
  if (filter.page > 0) append(query, "page", std::to_string(filter.page));
  return query;
}

Result<std::vector<ServiceRequest>> parse_requests(Format format, const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonValue message, parse_message(format, body, where));
  MessageReader reader(std::move(message), where);
  std::vector<ServiceRequest> requests;
  for (MessageReader given : reader.items()) {
    ServiceRequest request;
    request.id = given.required_text("service_request_id");
    request.status = status_from(given.first_text({"status", "status_description"}));
    request.status_notes = given.first_text({"status_notes", "status_note"});
    request.service_code = given.optional_text("service_code");
    request.service_name = given.optional_text("service_name");
    request.title = given.optional_text("title");
    request.description = given.optional_text("description");
    request.agency_responsible = given.optional_text("agency_responsible");
    request.service_notice = given.optional_text("service_notice");
    request.requested_at = parse_date_time(given.optional_text("requested_datetime"));
    request.updated_at = parse_date_time(given.optional_text("updated_datetime"));
    request.expected_at = parse_date_time(given.optional_text("expected_datetime"));
    request.address = given.first_text({"address", "address_string"});
    request.position = read_position(given);
    request.media_url = given.optional_text("media_url");
    while (!request.media_url.empty() && request.media_url.back() == ' ') request.media_url.pop_back();
    requests.push_back(std::move(request));
  }
  TRY(reader.finish());
  return requests;
}

Result<ReportReceipt> parse_receipt(Format format, const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonValue message, parse_message(format, body, where));
  MessageReader reader(std::move(message), where);
  std::vector<MessageReader> given = reader.items();
  if (given.size() != 1) return Error{ErrorKind::MalformedData, where, "expected one request", NextStep::ContactOffice};
  ReportReceipt receipt{given[0].optional_text("service_request_id"), given[0].optional_text("token"), given[0].optional_text("service_notice")};
  TRY(reader.finish());
  return receipt;
}

}  // namespace stadttor::protocols::open311
