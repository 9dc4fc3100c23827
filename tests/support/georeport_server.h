// A city's GeoReport server in memory, for tests of the citizen's side: right answers unless a fault is wanted.
#pragma once

#include <nlohmann/json.hpp>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "foundation/url.h"
#include "platform/http_client.h"

namespace stadttor::testing {

enum class ReportCall { Types, Definition, Published, Post, Token };
inline constexpr int kReportCalls = 5;

struct GeoReportServer {
  using Json = nlohmann::json;
  using Answer = Result<platform::HttpResponse>;
  struct Fault {
    std::function<Answer()> answer;
    bool happens_before = true;  // false: the server has done what was asked
    int times = 1;
  };
  std::map<ReportCall, Fault> faults;
  bool is_offline = false;
  bool gives_tokens = false;
  bool asks_lamp_number = true;
  std::string requested = "2026-11-24T09:00:00Z";
  Json published = Json::array();
  std::vector<std::map<std::string, std::string>> posted;
  std::vector<std::string> keys;
  std::vector<std::string> bodies;

  Answer answer(const platform::HttpRequest& request) {
    if (is_offline) return Error{ErrorKind::NetworkUnreachable, "server", "offline", NextStep::TryAgain};
    const ReportCall call = call_of(request);
    const auto found = faults.find(call);
    if (found == faults.end() || found->second.times == 0) return right_answer(call, request);
    --found->second.times;
    if (!found->second.happens_before) (void)right_answer(call, request);
    return found->second.answer();
  }

 private:
  static bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

  static ReportCall call_of(const platform::HttpRequest& request) {
    if (request.method == "POST") return ReportCall::Post;
    if (has(request.url, "/services.json")) return ReportCall::Types;
    if (has(request.url, "/services/")) return ReportCall::Definition;
    return has(request.url, "/tokens/") ? ReportCall::Token : ReportCall::Published;
  }

  static Answer json(const Json& value) { return platform::HttpResponse{200, value.dump(), {}}; }

  Answer right_answer(ReportCall call, const platform::HttpRequest& request) {
    switch (call) {
      case ReportCall::Types:
        return json({{{"service_code", "strassenbeleuchtung"}, {"service_name", "Straßenbeleuchtung"}, {"description", "Eine Laterne ist dunkel."}, {"metadata", true}, {"type", "realtime"}, {"keywords", "Laterne,Licht"}, {"group", "Straße"}},
                     {{"service_code", "wilder-muell"}, {"service_name", "Wilder Müll"}, {"description", "Abfall liegt herum."}, {"metadata", false}, {"type", "realtime"}, {"keywords", "Abfall"}, {"group", "Sauberkeit"}}});
      case ReportCall::Definition: return json(definition());
      case ReportCall::Published: return json(has(request.url, "page=") && !has(request.url, "page=1") ? Json::array() : published);
      case ReportCall::Token: return json({{{"token", "t1"}, {"service_request_id", "2026-1"}}});
      case ReportCall::Post: break;
    }
    return take(request);
  }

  Json definition() const {
    Json attributes = {{{"variable", true}, {"code", "stoerung"}, {"datatype", "singlevaluelist"}, {"required", true}, {"order", 1}, {"description", "Was ist mit der Laterne?"}, {"values", {{{"key", "dunkel"}, {"name", "Sie ist dunkel"}}, {{"key", "flackert"}, {"name", "Sie flackert"}}}}}};
    if (asks_lamp_number) attributes.push_back({{"variable", true}, {"code", "lampennummer"}, {"datatype", "string"}, {"required", false}, {"order", 2}, {"description", "Nummer der Laterne"}});
    return {{"service_code", "strassenbeleuchtung"}, {"attributes", attributes}};
  }

  // Of multipart/form-data; a file's name and type are the fields "<name>.name" and "<name>.type".
  static std::map<std::string, std::string> parts_of(const platform::HttpRequest& request) {
    std::map<std::string, std::string> parts;
    std::string boundary;
    for (const auto& [name, value] : request.headers) {
      if (name == "content-type" && has(value, "multipart/form-data; boundary=")) boundary = "--" + value.substr(value.find('=') + 1);
    }
    if (boundary.empty()) return parts;
    const auto between = [](const std::string& text, const std::string& before, const char* after) {
      const std::size_t begin = text.find(before);
      return begin == std::string::npos ? std::string() : text.substr(begin + before.size(), text.find(after, begin + before.size()) - begin - before.size());
    };
    std::size_t at = request.body.find(boundary);
    for (std::size_t next; (next = request.body.find("\r\n" + boundary, at)) != std::string::npos; at = next + 2) {
      const std::string part = request.body.substr(at + boundary.size() + 2, next - at - boundary.size() - 2);
      const std::size_t body = part.find("\r\n\r\n");
      const std::string head = part.substr(0, body + 2);
      const std::string name = between(head, " name=\"", "\"");
      parts[name] = part.substr(body + 4);
      if (!has(head, "filename=")) continue;
      parts[name + ".name"] = between(head, "filename=\"", "\"");
      parts[name + ".type"] = between(head, "Content-Type: ", "\r\n");
    }
    return parts;
  }

  Answer take(const platform::HttpRequest& request) {
    std::string key;
    for (const auto& [name, value] : request.headers) {
      if (name == "idempotency-key") key = value;
    }
    keys.push_back(key);
    bodies.push_back(request.body);
    std::map<std::string, std::string> fields = parts_of(request);
    std::string_view body = fields.empty() ? std::string_view(request.body) : std::string_view();
    while (!body.empty()) {
      const std::string_view field = body.substr(0, body.find('&'));
      const std::size_t equals = field.find('=');
      fields[percent_decoded(field.substr(0, equals))] = percent_decoded(field.substr(equals + 1));
      body.remove_prefix(std::min(body.size(), field.size() + 1));
    }
    posted.push_back(fields);
    const std::string id = "2026-" + std::to_string(posted.size());
    Json report = {{"service_request_id", id}, {"status", "open"}, {"service_code", fields["service_code"]}, {"service_name", "Straßenbeleuchtung"}, {"description", fields["description"]}, {"address", fields["address_string"]}, {"requested_datetime", requested}};
    if (!fields["lat"].empty()) {
      report["lat"] = std::stod(fields["lat"]);
      report["long"] = std::stod(fields["long"]);
    }
    published.push_back(report);
    if (gives_tokens) return json({{{"token", "t1"}}});
    return json({{{"service_request_id", id}, {"service_notice", "Danke für Ihre Meldung."}}});
  }
};

}  // namespace stadttor::testing
