#include "programs/city/event_log.h"

#include <doctest/doctest.h>

namespace stadttor::city_server {
TEST_SUITE("programs/city") {
  TEST_CASE("a log line names level, event and fields") {
    CHECK(log_text(LogLevel::Warning, "pack_problem", {{"file", "a.json"}, {"problem", "not a \"date\""}}) ==
          R"(warning pack_problem file=a.json problem="not a \"date\"")");
  }

  TEST_CASE("a value cannot forge a second line") {
    CHECK(log_text(LogLevel::Info, "request", {{"path", "/a\n2026 info start"}}) ==
          R"(info request path="/a\x0a2026 info start")");
    CHECK(log_text(LogLevel::Info, "request", {{"path", "/\x1b[31m"}}) == R"(info request path=/\x1b[31m)");
  }
}
}  // namespace stadttor::city_server
