#include "programs/city/zms/citizen_api.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "programs/city/event_log.h"

namespace stadttor::city_server::zms {

namespace {

constexpr std::string_view kOwnPath = "/api/citizen";
constexpr std::size_t kBodyLimitHere = 32 * 1024;  // bytes

std::string scheme_of(const IncomingRequest& request) { return request.is_encrypted ? "https://" : "http://"; }

// The contract has a slash at the end; without it the same is meant.
bool is_route(const DeskRoute& route, std::string_view path) {
  std::string_view own(route.path);
  if (path.empty() || path.back() != '/') own.remove_suffix(1);
  return own == path;
}

// Only the machine itself is called so, whoever says it.
bool is_this_machine(std::string_view host) {
  const std::string_view name = host.substr(0, host.find(':'));
  return name == "localhost" || name == "127.0.0.1";
}

bool is_json(std::string_view content_type) { return content_type.substr(0, content_type.find(';')) == "application/json"; }

Answer failure_answer(const Error& error) {
  log_event(LogLevel::Failure, "appointments_failed", {{"problem", text_from_error(error)}});
  return error_answer({ErrorCode::InternalError});
}

Answer too_many_answer(std::int64_t seconds) {
  Answer answer = error_answer({ErrorCode::RateLimitExceeded});
  answer.add_header("Retry-After", std::to_string(seconds));
  return answer;
}

Answer wrong_method_answer(const std::string& allowed) {
  Answer answer = error_answer({ErrorCode::RequestMethodNotAllowed});
  answer.add_header("Allow", allowed == "GET" ? "GET, HEAD" : allowed);
  return answer;
}

void allow_origin(const IncomingRequest& request, Answer& answer) {
  if (answer.header("Cache-Control").empty()) answer.add_header("Cache-Control", "no-store");
  if (request.origin.empty()) return;
  answer.add_header("Access-Control-Allow-Origin", request.origin);
  answer.add_header("Access-Control-Expose-Headers", "Retry-After");
  answer.add_header("Vary", "Origin");
}

Answer preflight_answer() {
  Answer answer;
  answer.status = 204;
  answer.add_header("Access-Control-Allow-Methods", "GET, POST");
  answer.add_header("Access-Control-Allow-Headers", "accept, content-type");
  answer.add_header("Access-Control-Max-Age", "600");
  return answer;
}

}  // namespace

CitizenApi::CitizenApi(std::unique_ptr<AppointmentDesk> desk, CitizenApiSettings settings)
    : desk_(std::move(desk)), settings_(std::move(settings)), limit_(settings_.each_client, settings_.all_clients) {
  for (const auto& list : {office_routes(), calendar_routes(), reservation_routes(), appointment_routes(), captcha_routes()}) {
    routes_.insert(routes_.end(), list.begin(), list.end());
  }
}

bool CitizenApi::owns(std::string_view path) {
  return path.substr(0, kOwnPath.size()) == kOwnPath && (path.size() == kOwnPath.size() || path[kOwnPath.size()] == '/');
}

// Browsers say where a page comes from whenever it matters; programs that say nothing are held by the limits.
bool CitizenApi::is_allowed_origin(const IncomingRequest& request) const {
  const std::string& origin = request.origin;
  if (origin.empty() || origin == "http://" + request.host || origin == "https://" + request.host) return true;
  return std::find(settings_.portal_origins.begin(), settings_.portal_origins.end(), origin) != settings_.portal_origins.end();
}

// A request says itself which host it means, and a mail goes to whoever it names: what it says must not lead a stranger elsewhere.
std::string CitizenApi::portal_of(const IncomingRequest& request) const {
  const bool is_known = std::find(settings_.portal_origins.begin(), settings_.portal_origins.end(), request.origin) != settings_.portal_origins.end();
  if (is_known) return request.origin;
  return is_this_machine(request.host) ? scheme_of(request) + request.host : settings_.public_address;
}

Answer CitizenApi::answer(const IncomingRequest& request) {
  if (!is_allowed_origin(request)) return error_answer({ErrorCode::SecurityHeaderViolation});
  Answer answer = request.method == "OPTIONS" ? preflight_answer() : answer_within_limits(request);
  allow_origin(request, answer);
  return answer;
}

Answer CitizenApi::answer_within_limits(const IncomingRequest& request) {
  const std::int64_t wait = limit_.seconds_to_wait(request.client_address, desk_->now());
  if (wait > 0) return too_many_answer(wait);
  const std::string_view path = std::string_view(request.path).substr(kOwnPath.size());
  const auto route = std::find_if(routes_.begin(), routes_.end(), [path](const DeskRoute& one) { return is_route(one, path); });
  if (route == routes_.end()) return error_answer({ErrorCode::NotFound});
  const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
  if (method != route->method) return wrong_method_answer(route->method);
  if (request.body_state == BodyState::TooLarge || request.body.size() > kBodyLimitHere) return error_answer({ErrorCode::RequestEntityTooLarge});
  return answer_from(*route, request);
}

Answer CitizenApi::answer_from(const DeskRoute& route, const IncomingRequest& request) {
  AskedCall asked{request, {}, portal_of(request), scheme_of(request) + request.host};
  if (std::string_view(route.method) == "POST") {
    Result<JsonDocument> document = JsonDocument::parse(request.body, "body");
    if (!is_json(request.content_type) || !document.ok()) return error_answer({ErrorCode::InvalidRequest});
    asked.body = document.value().root().as_value();
  }
  const auto lock = desk_->connection.locked();
  if (const Outcome swept = end_what_has_run_out(*desk_); !swept.ok()) return failure_answer(swept.error());
  Result<Answer> answer = route.call(*desk_, asked);
  return answer.ok() ? std::move(answer).value() : failure_answer(answer.error());
}

}  // namespace stadttor::city_server::zms
