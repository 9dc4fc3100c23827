#include "programs/city/gateway/upstream.h"

#include <chrono>

#include "platform/native/http_client_native.h"

namespace stadttor::city_server {
namespace {

// A large attachment over a slow line takes its time; a browser waits no longer than this.
constexpr std::chrono::seconds kPatience{120};
constexpr int kTurnMilliseconds = 1000;

Answer unreachable_answer() {
  return problem_answer({502, "delivery-service-unreachable", "Zustelldienst nicht erreichbar",
                         "Der Zustelldienst antwortet zurzeit nicht. Es wurde nichts gesendet; bitte versuchen Sie es später noch einmal."});
}

class SameProgram final : public Upstream {
 public:
  explicit SameProgram(ApiRoutes routes) : routes_(std::move(routes)) {}

  Answer call(IncomingRequest request) override {
    request.path.insert(0, "/submission-api");
    return routes_.answer(std::move(request));
  }
  Answer request_token(std::string body) override {
    IncomingRequest request;
    request.method = "POST";
    request.path = "/token";
    request.content_type = "application/x-www-form-urlencoded";
    request.body_state = BodyState::Read;
    request.body = std::move(body);
    return routes_.answer(std::move(request));
  }

 private:
  ApiRoutes routes_;
};

std::string query_text(const NamedValues& query) {
  std::string text;
  for (const auto& [name, value] : query) text.append(text.empty() ? "?" : "&").append(name).append("=").append(value);
  return text;
}

class OverHttp final : public Upstream {
 public:
  OverHttp(std::string api, std::string token) : api_(std::move(api)), token_(std::move(token)) {}

  Answer call(IncomingRequest request) override {
    const std::string address = api_ + request.path + query_text(request.query);
    platform::HttpRequest outgoing{request.method, address, {{"accept", "application/json"}}, std::move(request.body)};
    if (!request.authorization.empty()) outgoing.headers.emplace_back("authorization", request.authorization);
    if (request.body_state == BodyState::Read) outgoing.headers.emplace_back("content-type", request.content_type);
    return answer_to(std::move(outgoing));
  }
  Answer request_token(std::string body) override {
    return answer_to({"POST", token_, {{"content-type", "application/x-www-form-urlencoded"}}, std::move(body)});
  }

 private:
  // Each call has its own client: the server's threads wait anyway.
  static Answer answer_to(platform::HttpRequest request) {
    request.headers.emplace_back("user-agent", "stadttor-gateway");  // some endpoints refuse callers without one
    platform::NativeHttpClient client("");
    Answer answer = unreachable_answer();
    const auto handle = client.send(std::move(request), [&answer](Result<platform::HttpResponse> response) {
      if (response.ok()) answer = answer_from(std::move(response).value());
    });
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < deadline && client.poll(kTurnMilliseconds)) {
    }
    return answer;
  }

  static Answer answer_from(platform::HttpResponse response) {
    Answer answer;
    answer.status = response.status;
    answer.content_type = response.status >= 400 ? "application/problem+json" : "application/json";
    answer.body = std::move(response.body);
    if (!response.retry_after.empty()) answer.add_header("Retry-After", std::move(response.retry_after));
    return answer;
  }

  std::string api_;
  std::string token_;
};

}  // namespace

std::unique_ptr<Upstream> upstream_of(ApiRoutes delivery_service) { return std::make_unique<SameProgram>(std::move(delivery_service)); }

std::unique_ptr<Upstream> upstream_over_http(std::string api, std::string token) {
  return std::make_unique<OverHttp>(std::move(api), std::move(token));
}

}  // namespace stadttor::city_server
