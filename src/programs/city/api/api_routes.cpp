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

std::optional<Answer> find_body_refusal(const IncomingRequest& request, const ApiRoute& route) {
  if (request.body_state == BodyState::Absent) return std::nullopt;
  if (request.body_state == BodyState::TooLarge || request.body.size() > route.body_limit) {
    return content_too_large_answer(route.body_limit);
  }
  if (!is_media_type(request.content_type, route.body_type)) return unsupported_content_type_answer(route.body_type);
  if (route.body_type == kJson && !JsonDocument::parse(request.body, "body").ok()) return invalid_json_answer();
  return std::nullopt;
}

// "/a/b" without its first segment, which is what is left behind.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(path.empty() ? 0 : 1);
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string_view segment = path.substr(0, end);
  path.remove_prefix(end);
  return segment;
}

bool is_placeholder(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

bool matches(std::string_view pattern, std::string_view path) {
  if (path.empty() || path.front() != '/') return false;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = take_segment(pattern);
    const std::string_view given = take_segment(path);
    if (is_placeholder(wanted) ? given.empty() : wanted != given) return false;
  }
  return pattern.empty() && path.empty();
}

NamedValues values_in(std::string_view pattern, std::string_view path) {
  NamedValues values;
  while (!pattern.empty()) {
    const std::string_view name = take_segment(pattern);
    const std::string_view value = take_segment(path);
    if (is_placeholder(name)) values.emplace_back(name.substr(1, name.size() - 2), value);
  }
  return values;
}

void append_method(std::string& list, std::string_view method) {
  if (!list.empty()) list.append(", ");
  list.append(method);
}

}  // namespace

bool ApiRoutes::owns(std::string_view path) const {
  if (path == "/api" || path.substr(0, 5) == "/api/") return true;
  const std::string_view first = take_segment(path);
  return std::any_of(routes_.begin(), routes_.end(), [first](const ApiRoute& route) {
    std::string_view own = route.path;
    return take_segment(own) == first;
  });
}

std::size_t ApiRoutes::body_limit(std::string_view method, std::string_view path) const {
  std::size_t limit = kBodyLimit;
  for (const ApiRoute& route : routes_) {
    if (route.method == method && matches(route.path, path)) limit = route.body_limit;
  }
  return limit;
}

Answer ApiRoutes::answer(IncomingRequest request) const {
  const std::string_view method = request.method == "HEAD" ? std::string_view("GET") : request.method;
  const ApiRoute* path_match = nullptr;
  const ApiRoute* match = nullptr;
  std::string allowed;
  for (const ApiRoute& route : routes_) {
    if (!matches(route.path, request.path)) continue;
    if (path_match == nullptr) path_match = &route;
    if (route.method == method) match = &route;
    append_method(allowed, route.method);
    if (route.method == "GET") append_method(allowed, "HEAD");
  }
  if (path_match == nullptr) return unknown_path_answer(request.path);
  const ApiRoute& nearest = match != nullptr ? *match : *path_match;
  if (std::optional<Answer> refusal = find_body_refusal(request, nearest)) return std::move(*refusal);
  if (match == nullptr) return method_not_allowed_answer(std::move(allowed));

  request.path_values = values_in(match->path, request.path);
  Answer answer = match->answer(request);
  if (answer.header("Cache-Control").empty()) answer.add_header("Cache-Control", "no-store");
  return answer;
}

}  // namespace stadttor::city_server
