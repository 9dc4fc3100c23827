#include "programs/city/gateway/gateway.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "programs/city/event_log.h"
#include "programs/city/gateway/destination_statement.h"

namespace stadttor::city_server {
namespace {

constexpr std::string_view kOwnPath = "/fit-connect";
constexpr std::size_t kAnnouncementLimit = 64 * 1024;       // bytes
constexpr std::size_t kSubmissionLimit = 8 * 1024 * 1024;   // bytes
constexpr std::size_t kAttachmentLimit = 16 * 1024 * 1024;  // bytes

Answer foreign_origin_answer() {
  return problem_answer({403, "foreign-origin", "Nicht von hier", "Anträge nimmt dieser Zugang nur von den Seiten des Portals an."});
}

Answer too_many_answer(std::int64_t seconds) {
  Answer answer = problem_answer({429, "too-many-requests", "Zu viele Anfragen",
                                  "Bitte warten Sie " + std::to_string(seconds) + " Sekunden. Es ist nichts verloren gegangen."});
  answer.add_header("Retry-After", std::to_string(seconds));
  return answer;
}

Answer no_entrance_answer() {
  return problem_answer({502, "delivery-service-refuses", "Zustelldienst nicht erreichbar",
                         "Der Zustelldienst lässt diesen Zugang zurzeit nicht ein. Es wurde nichts gesendet."});
}

Answer untrusted_key_answer() {
  return problem_answer({503, "destination-key-untrusted", "Schlüssel nicht bestätigt",
                         "Der Schlüssel der Behörde konnte nicht bestätigt werden. Es wurde nichts gesendet."});
}

// Ids go into the path of somebody else's server; nothing in them may be read as one.
bool is_plain(std::string_view id) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return !id.empty() && id.size() <= 64 && id.find_first_not_of(kLetters) == std::string_view::npos;
}

bool has_plain_ids(const IncomingRequest& request) {
  return std::all_of(request.path_values.begin(), request.path_values.end(), [](const auto& value) { return is_plain(value.second); });
}

// A request of the gateway's own, or a citizen's with nothing of it but what the API needs.
IncomingRequest bare_request(std::string method, std::string path) {
  IncomingRequest request;
  request.method = std::move(method);
  request.path = std::move(path);
  return request;
}

IncomingRequest bare_copy(const IncomingRequest& request) {
  IncomingRequest bare = bare_request(request.method == "HEAD" ? "GET" : request.method, request.path.substr(kOwnPath.size()));
  bare.content_type = request.content_type;
  bare.body_state = request.body_state;
  bare.body = request.body;
  for (const char* name : {"limit", "offset"}) {
    const std::string_view value = value_of(request.query, name);
    if (!value.empty() && value.find_first_not_of("0123456789") == std::string_view::npos) bare.query.emplace_back(name, value);
  }
  return bare;
}

// Only what a browser has to know.
Answer bare_answer(Answer answer) {
  Answer bare;
  bare.status = answer.status;
  bare.content_type = std::move(answer.content_type);
  bare.body = std::move(answer.body);
  if (const std::string_view wait = answer.header("Retry-After"); !wait.empty()) bare.add_header("Retry-After", std::string(wait));
  return bare;
}

}  // namespace

Gateway::Gateway(std::unique_ptr<Upstream> upstream, GatewayKeys keys, GatewaySettings settings, UnixClock now)
    : upstream_(std::move(upstream)),
      keys_(std::move(keys)),
      settings_(std::move(settings)),
      now_(std::move(now)),
      token_(*upstream_, keys_.client, now_),
      limit_(settings_.each_client, settings_.all_clients) {}

// Browsers say where a page comes from whenever it matters; programs that say nothing are held by the limits.
bool Gateway::is_allowed_origin(const IncomingRequest& request) const {
  const std::string& origin = request.origin;
  if (origin.empty() || origin == "http://" + request.host || origin == "https://" + request.host) return true;
  return std::find(settings_.portal_origins.begin(), settings_.portal_origins.end(), origin) != settings_.portal_origins.end();
}

template <class Call>
Answer Gateway::guarded(const IncomingRequest& request, Call call) {
  if (!is_allowed_origin(request)) return foreign_origin_answer();
  const std::int64_t wait = limit_.seconds_to_wait(request.client_address, now_());
  Answer answer = wait > 0 ? too_many_answer(wait) : !has_plain_ids(request) ? unknown_path_answer(request.path) : call();
  if (request.origin.empty()) return answer;
  answer.add_header("Access-Control-Allow-Origin", request.origin);
  answer.add_header("Access-Control-Expose-Headers", "Retry-After");
  answer.add_header("Vary", "Origin");
  return answer;
}

Answer Gateway::with_token(IncomingRequest request) {
  // Twice at most: a token that was refused gives way to a new one.
  for (int attempt = 0; attempt < 2; ++attempt) {
    request.authorization = token_.authorization();
    if (request.authorization.empty()) break;
    Answer answer = upstream_->call(request);
    if (answer.status != 401) return bare_answer(std::move(answer));
    token_.forget(request.authorization);
  }
  return no_entrance_answer();
}

Answer Gateway::passed_on(const IncomingRequest& request, Needs needs) {
  IncomingRequest bare = bare_copy(request);
  return needs == Needs::Token ? with_token(std::move(bare)) : bare_answer(upstream_->call(std::move(bare)));
}

Answer Gateway::statement_for(const IncomingRequest& request) {
  const std::string id(value_of(request.path_values, "destinationId"));
  Answer destination = with_token(bare_request("GET", "/v1/destinations/" + id));
  if (destination.status != 200) return destination;
  Result<JsonDocument> document = JsonDocument::parse(destination.body, "destination");
  const std::string key_id = document.ok() ? document.value().root().optional_text("encryptionKid") : "";
  if (!is_plain(key_id)) return untrusted_key_answer();
  const Answer key = upstream_->call(bare_request("GET", "/v1/destinations/" + id + "/keys/" + key_id));
  const Result<std::string> statement = destination_statement(keys_, id, key_id, key.body, now_());
  if (!statement.ok()) {
    log_event(LogLevel::Failure, "destination_key_untrusted", {{"destination", id}, {"problem", text_from_error(statement.error())}});
    return untrusted_key_answer();
  }
  Answer answer;
  answer.content_type = "application/jose";
  answer.body = statement.value();
  return answer;
}

Answer Gateway::allowed_methods(const IncomingRequest& request) const {
  if (!is_allowed_origin(request)) return foreign_origin_answer();
  Answer answer;
  answer.status = 204;
  if (request.origin.empty()) return answer;
  answer.add_header("Access-Control-Allow-Origin", request.origin);
  answer.add_header("Access-Control-Allow-Methods", "GET, POST, PUT");
  answer.add_header("Access-Control-Allow-Headers", "accept, content-type");
  answer.add_header("Access-Control-Max-Age", "600");
  answer.add_header("Vary", "Origin");
  return answer;
}

void Gateway::add_routes(ApiRoutes& routes, std::shared_ptr<Gateway> gateway) {
  const std::string own(kOwnPath);
  const std::string destination = own + "/v1/destinations/{destinationId}";
  const std::string submission = own + "/v1/submissions/{submissionId}";
  const std::string json = "application/json";
  const auto passing = [gateway](Needs needs) -> ApiFunction {
    return [gateway, needs](const IncomingRequest& request) {
      return gateway->guarded(request, [&] { return gateway->passed_on(request, needs); });
    };
  };
  const ApiFunction telling = [gateway](const IncomingRequest& request) {
    return gateway->guarded(request, [&] { return gateway->statement_for(request); });
  };
  const std::vector<ApiRoute> calls = {
      {"GET", destination, json, passing(Needs::Token)},
      {"GET", destination + "/keys/{keyId}", json, passing(Needs::Nothing)},
      {"GET", destination + "/statement", json, telling},
      {"POST", own + "/v1/submissions", json, passing(Needs::Token), kAnnouncementLimit},
      {"PUT", submission, json, passing(Needs::Token), kSubmissionLimit},
      {"PUT", submission + "/attachments/{attachmentId}", "application/jose", passing(Needs::Token), kAttachmentLimit},
      {"GET", own + "/v1/cases/{caseId}/events", json, passing(Needs::Token)},
      {"GET", own + "/v1/cases/{caseId}/replies", json, passing(Needs::Token)},
      {"GET", own + "/.well-known/jwks.json", json, passing(Needs::Nothing)},
  };
  for (const ApiRoute& call : calls) {
    routes.add(call);
    routes.add({"OPTIONS", call.path, json, [gateway](const IncomingRequest& request) { return gateway->allowed_methods(request); }});
  }
}

}  // namespace stadttor::city_server
