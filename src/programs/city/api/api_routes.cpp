#include "programs/city/api/api_routes.h"

#include <algorithm>
#include <optional>

#include "foundation/json_reader.h"
#include "programs/city/api/problem.h"
#include "programs/city/site/weighted_list.h"

namespace stadttor::city_server {
namespace {

constexpr std::string_view kJson = "application/json";

// "application/json; charset=utf-8" is application/json.
bool is_media_type(std::string_view content_type, std::string_view expected) {
  std::string_view bare = content_type.substr(0, content_type.find(';'));
  while (!bare.empty() && bare.back() == ' ') bare.remove_suffix(1);
  return equals_ignoring_case(bare, expected);
}

std::optional<Answer> find_body_refusal(const IncomingRequest& request, std::string_view expected_type) {
  if (request.body_state == BodyState::Absent) return std::nullopt;
  if (request.body_state == BodyState::TooLarge || request.body.size() > kBodyLimit) return content_too_large_answer();
  if (!is_media_type(request.content_type, expected_type)) return unsupported_content_type_answer(expected_type);
  if (expected_type == kJson && !JsonDocument::parse(request.body, "body").ok()) return invalid_json_answer();
  return std::nullopt;
}

void append_method(std::string& list, std::string_view method) {
  if (!list.empty()) list.append(", ");
  list.append(method);
}

}  // namespace

bool ApiRoutes::is_api_path(std::string_view path) { return path == "/api" || path.substr(0, 5) == "/api/"; }

Answer ApiRoutes::answer(const IncomingRequest& request) const {
  const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
  const ApiRoute* path_match = nullptr;
  const ApiRoute* match = nullptr;
  std::string allowed;
  for (const ApiRoute& route : routes_) {
    if (route.path != request.path) continue;
    if (path_match == nullptr) path_match = &route;
    if (route.method == method) match = &route;
    append_method(allowed, route.method);
    if (route.method == "GET") append_method(allowed, "HEAD");
  }
  if (path_match == nullptr) return unknown_path_answer(request.path);
  const ApiRoute& nearest = match != nullptr ? *match : *path_match;
  if (std::optional<Answer> refusal = find_body_refusal(request, nearest.body_type)) return std::move(*refusal);
  if (match == nullptr) return method_not_allowed_answer(std::move(allowed));

  Answer answer = match->answer(request);
  if (answer.header("Cache-Control").empty()) answer.add_header("Cache-Control", "no-store");
  return answer;
}

}  // namespace stadttor::city_server
