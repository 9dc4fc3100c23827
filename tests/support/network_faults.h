// The thirty ways in which a call over a network goes wrong, for matrices of faults.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "platform/http_client.h"

namespace stadttor::testing {

struct NetworkFault {
  const char* what;
  std::function<Result<platform::HttpResponse>()> answer;
  bool is_network = false;  // nobody answered
  bool may_pass = true;     // without anybody's doing
};

inline Result<platform::HttpResponse> unreachable(const char* why) { return Error{ErrorKind::NetworkUnreachable, "server", why, NextStep::TryAgain}; }

inline NetworkFault status(const char* what, int number, const char* retry_after = "") {
  const bool may_pass = number < 400 || number == 408 || number == 425 || number == 429 || number >= 500;
  return {what, [number, retry_after] { return Result<platform::HttpResponse>(platform::HttpResponse{number, "<html></html>", retry_after}); }, false, may_pass};
}

inline NetworkFault body(const char* what, const char* text) {
  return {what, [text] { return Result<platform::HttpResponse>(platform::HttpResponse{200, text, {}}); }};
}

inline std::vector<NetworkFault> network_faults() {
  return {
      {"no name", [] { return unreachable("DNS"); }, true},
      {"refused connection", [] { return unreachable("refused"); }, true},
      {"reset before the body", [] { return unreachable("reset"); }, true},
      {"reset after the body", [] { return unreachable("reset late"); }, true},
      {"CORS", [] { return unreachable("blocked"); }, true},
      {"time-out", [] { return Result<platform::HttpResponse>(Error{ErrorKind::TimedOut, "server", "", NextStep::TryAgain}); }, true},
      body("empty answer", ""),
      body("truncated answer", R"({"processId":100,"authKey")"),
      body("wrong length", R"({"processId":100,"authKey":"key100"}{"processId")"),
      body("login page", "<!doctype html><title>WLAN</title>"),
      body("JSON of something else", R"({"hello":1})"),
      body("a list", "[]"),
      status("moved for good", 301),
      status("found", 302),
      status("moved", 307),
      status("bad request", 400),
      status("unauthorised", 401),
      status("forbidden", 403),
      status("not found", 404),
      status("request time-out", 408),
      status("conflict", 409),
      status("too large", 413),
      status("media type", 415),
      status("unprocessable", 422),
      status("too many", 429),
      status("too many, later", 429, "120"),
      status("broken", 500),
      status("bad gateway", 502),
      status("unavailable, later", 503, "30"),
      status("gateway time-out", 504),
  };
}

}  // namespace stadttor::testing
