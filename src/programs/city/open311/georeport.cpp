#include "programs/city/open311/georeport.h"

#include <algorithm>

#include "programs/city/event_log.h"
#include "programs/city/open311/posted_numbers.h"
#include "programs/city/open311/taking_report.h"
#include "programs/city/open311/report_filter.h"
#include "programs/city/site/language_choice.h"
#include "protocols/open311/date_time.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr std::string_view kFolder = "/open311";
constexpr std::string_view kVersion = "/open311/v2";

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// "name" of "name.json"; nothing where there is neither ending.
std::optional<Format> take_format(std::string& path) {
  for (const Format format : {Format::Json, Format::Xml}) {
    const std::string_view ending = protocols::open311::extension_of(format);
    if (path.size() <= ending.size() || path.compare(path.size() - ending.size(), ending.size(), ending) != 0) continue;
    path.resize(path.size() - ending.size());
    return format;
  }
  return std::nullopt;
}

Fault unknown_address() { return {404, "Unter dieser Adresse gibt es nichts. Die Adressen enden auf .json oder .xml; die Liste steht unter /open311/discovery.json."}; }

Fault database_failed(const Error& error) {
  log_event(LogLevel::Failure, "reports_failed", {{"problem", text_from_error(error)}});
  return {500, "Der Server kann gerade nicht an seine Daten. Bitte versuchen Sie es später noch einmal."};
}

}  // namespace

struct GeoReport::Asked {
  const IncomingRequest& request;
  std::string path;  // below the folder and without its ending: "/v2/requests"
  Format format = Format::Json;

  bool is_post() const { return request.method == "POST"; }
  Answer refuse(Fault fault) const { return fault_answer(format, {std::move(fault)}); }
  Answer refuse(const Faults& faults) const { return fault_answer(format, faults); }
  Answer tell(const JsonValue& message, std::string_view root) const { return message_answer(format, message, root); }
};

GeoReport::GeoReport(Connection& connection, ServiceCatalogue catalogue, GeoReportSettings settings, UnixClock now)
    : connection_(connection),
      catalogue_(std::move(catalogue)),
      settings_(std::move(settings)),
      now_(std::move(now)),
      reading_(settings_.each_reader, settings_.all_readers),
      sending_(settings_.each_sender, settings_.all_senders) {}

bool GeoReport::owns(std::string_view path) { return begins_with(path, kFolder) && (path.size() == kFolder.size() || path[kFolder.size()] == '/'); }

bool GeoReport::is_allowed_origin(const IncomingRequest& request) const {
  const std::string& origin = request.origin;
  if (origin.empty() || origin == "http://" + request.host || origin == "https://" + request.host) return true;
  return std::find(settings_.portal_origins.begin(), settings_.portal_origins.end(), origin) != settings_.portal_origins.end();
}

Answer GeoReport::answer(const IncomingRequest& request) {
  Asked asked{request, request.path.substr(kFolder.size())};
  const auto format = take_format(asked.path);
  asked.format = format.value_or(Format::Json);
  if (!is_allowed_origin(request)) return asked.refuse({403, "Meldungen nimmt dieser Zugang nur von den Seiten des Portals an."});
  Answer answer;
  if (request.method == "OPTIONS") {
    answer.status = 204;
    answer.add_header("Access-Control-Allow-Methods", "GET, POST");
    answer.add_header("Access-Control-Allow-Headers", "accept, content-type, idempotency-key");
    answer.add_header("Access-Control-Max-Age", "600");
  } else if (!format && !begins_with(asked.path, "/v2/media/")) {
    answer = asked.refuse(unknown_address());
  } else if (const std::int64_t wait = reading_.seconds_to_wait(request.client_address, now_()); wait > 0) {
    answer = asked.refuse({429, "Zu viele Anfragen. Bitte warten Sie " + std::to_string(wait) + " Sekunden."});
    answer.add_header("Retry-After", std::to_string(wait));
  } else {
    answer = answer_to(asked);
  }
  answer.add_header("Vary", "Origin, Accept-Language");
  if (request.origin.empty()) return answer;
  answer.add_header("Access-Control-Allow-Origin", request.origin);
  answer.add_header("Access-Control-Expose-Headers", "Retry-After");
  return answer;
}

Answer GeoReport::answer_to(const Asked& asked) {
  const bool is_read = asked.request.method == "GET" || asked.request.method == "HEAD";
  const bool can_be_posted = asked.path == "/v2/requests";
  if (!is_read && !(asked.is_post() && can_be_posted)) {
    Answer answer = asked.refuse({405, can_be_posted ? "Diese Adresse versteht nur GET und POST." : "Diese Adresse versteht nur GET."});
    answer.add_header("Allow", can_be_posted ? "GET, HEAD, POST" : "GET, HEAD");
    return answer;
  }
  if (asked.path == "/discovery") return show_discovery(asked);
  const std::string_view jurisdiction = value_of(asked.request.query, "jurisdiction_id");
  if (!jurisdiction.empty() && jurisdiction != catalogue_.jurisdiction) {
    return asked.refuse({404, "Diese jurisdiction_id gibt es hier nicht. Sie heißt " + catalogue_.jurisdiction + " und darf auch fehlen."});
  }
  if (asked.is_post()) return take_report(asked);
  return answer_below_version(asked);
}

Answer GeoReport::answer_below_version(const Asked& asked) {
  if (asked.path == "/v2/services") return asked.tell(service_list(reading_of(asked)), "services");
  if (asked.path == "/v2/requests") return show_requests(asked);
  if (begins_with(asked.path, "/v2/services/")) return show_definition(asked);
  if (begins_with(asked.path, "/v2/requests/")) return show_request(asked);
  if (begins_with(asked.path, "/v2/tokens/")) return show_token(asked);
  if (begins_with(asked.path, "/v2/media/")) return show_photo(asked);
  return asked.refuse(unknown_address());
}

std::string GeoReport::base_of(const IncomingRequest& request) const {
  if (!settings_.public_address.empty()) return settings_.public_address + std::string(kVersion);
  // A host that a browser could have asked for; anything else does not go into an answer.
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.:[]";
  const bool is_plain = !request.host.empty() && request.host.find_first_not_of(kLetters) == std::string::npos;
  if (!is_plain) return std::string(kVersion);
  return (request.is_encrypted ? "https://" : "http://") + request.host + std::string(kVersion);
}

Reading GeoReport::reading_of(const Asked& asked) const {
  std::string language = catalogue_.languages.empty() ? "de" : chosen_language(asked.request.accept_language, catalogue_.languages);
  return {catalogue_, std::move(language), base_of(asked.request), value_of(asked.request.query, "extensions") == "true"};
}

Answer GeoReport::show_discovery(const Asked& asked) const {
  const JsonValue changed = JsonValue::text("2026-11-26T00:00:00Z");
  const JsonValue formats = JsonValue::list({JsonValue::text("text/xml"), JsonValue::text("application/json")});
  const JsonValue endpoint = JsonValue::object({{"specification", JsonValue::text("http://wiki.open311.org/GeoReport_v2")},
                                                {"url", JsonValue::text(base_of(asked.request))},
                                                {"changeset", changed},
                                                {"type", JsonValue::text("production")},
                                                {"formats", formats}});
  return asked.tell(JsonValue::object({{"changeset", changed},
                                       {"contact", JsonValue::text(catalogue_.contact)},
                                       {"key_service", JsonValue::text("Ein api_key ist nicht nötig.")},
                                       {"endpoints", JsonValue::list({endpoint})}}),
                    "discovery");
}

Answer GeoReport::show_definition(const Asked& asked) const {
  constexpr std::string_view kServices = "/v2/services/";
  const OfferedService* service = catalogue_.find(asked.path.substr(kServices.size()));
  if (service == nullptr) return asked.refuse({404, "Diese Art von Meldung (service_code) gibt es nicht. Die Arten stehen unter /services."});
  return asked.tell(service_definition(reading_of(asked), *service), "service_definition");
}

Answer GeoReport::show_requests(const Asked& asked) {
  Faults faults;
  const ReportQuery query = read_report_filter(asked.request.query, catalogue_, now_(), faults);
  if (!faults.empty()) return asked.refuse(faults);
  const auto reports = read_public_reports(connection_, query);
  if (!reports.ok()) return asked.refuse(database_failed(reports.error()));
  const Reading reading = reading_of(asked);
  std::vector<JsonValue> list;
  list.reserve(reports.value().size());
  // Without their histories: those are told with the one report.
  for (const PublicReport& report : reports.value()) list.push_back(request_message(reading, report, {}));
  return asked.tell(JsonValue::list(std::move(list)), "service_requests");
}

Answer GeoReport::show_request(const Asked& asked) {
  constexpr std::string_view kRequests = "/v2/requests/";
  const auto number = find_whole_in(std::string_view(asked.path).substr(kRequests.size()), 1LL << 53);
  ReportQuery query;
  query.numbers = {number.value_or(0)};
  const auto reports = read_public_reports(connection_, query);
  if (!reports.ok()) return asked.refuse(database_failed(reports.error()));
  if (reports.value().empty()) return asked.refuse({404, "Eine Meldung mit dieser Nummer (service_request_id) gibt es nicht, oder sie ist noch nicht veröffentlicht."});
  const auto notes = read_notes(connection_, query.numbers.front());
  if (!notes.ok()) return asked.refuse(database_failed(notes.error()));
  return asked.tell(JsonValue::list({request_message(reading_of(asked), reports.value().front(), notes.value())}), "service_requests");
}

Answer GeoReport::show_token(const Asked& asked) {
  constexpr std::string_view kTokens = "/v2/tokens/";
  const std::string token = asked.path.substr(kTokens.size());
  const auto found = find_number(connection_, token);
  if (!found.ok()) return asked.refuse(database_failed(found.error()));
  if (!found.value()) return asked.refuse({404, "Dieses Zeichen (token) gibt es nicht."});
  const JsonValue number = *found.value() == 0 ? JsonValue() : JsonValue::text(std::to_string(*found.value()));
  return asked.tell(JsonValue::list({JsonValue::object({{"service_request_id", number}, {"token", JsonValue::text(token)}})}), "service_requests");
}

Answer GeoReport::show_photo(const Asked& asked) {
  constexpr std::string_view kMedia = "/v2/media/";
  const auto photo = find_public_photo(connection_, asked.request.path.substr(kFolder.size() + kMedia.size()));
  if (!photo.ok()) return asked.refuse(database_failed(photo.error()));
  if (!photo.value()) return asked.refuse({404, "Dieses Bild gibt es nicht, oder es ist noch nicht veröffentlicht."});
  Answer answer;
  answer.content_type = photo.value()->media_type;
  // Not long: a clerk may take it back.
  answer.add_header("Cache-Control", "max-age=300");
  answer.body = photo.value()->bytes;
  return answer;
}

Answer GeoReport::take_report(const Asked& asked) {
  const std::int64_t wait = sending_.seconds_to_wait(asked.request.client_address, now_());
  if (wait > 0) {
    Answer answer = asked.refuse({429, "Von hier kamen in kurzer Zeit viele Meldungen. Bitte warten Sie " + std::to_string((wait + 59) / 60) + " Minuten, oder rufen Sie an."});
    answer.add_header("Retry-After", std::to_string(wait));
    return answer;
  }
  Faults faults;
  const auto taken = open311::take_report(connection_, catalogue_, asked.request, now_(), faults);
  if (!taken.ok()) return asked.refuse(database_failed(taken.error()));
  if (!faults.empty()) return asked.refuse(faults);
  return asked.tell(receipt_message(reading_of(asked), *taken.value().service, taken.value().receipt), "service_requests");
}

}  // namespace stadttor::city_server::open311
