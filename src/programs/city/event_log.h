// The server's log: one line per event on stderr, "time level event name=value ...". Carries no personal data: no
// query strings, no client addresses, no bodies. Who calls it passes only names, paths and counts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stadttor::city_server {

enum class LogLevel : unsigned char { Info, Warning, Failure };

using LogFields = std::vector<std::pair<std::string_view, std::string>>;

// One complete line, so that lines of different threads never mix.
void log_event(LogLevel level, std::string_view event, const LogFields& fields = {});

// The line without its time. Values are quoted when needed; control characters cannot forge a second line.
std::string log_text(LogLevel level, std::string_view event, const LogFields& fields);

}  // namespace stadttor::city_server
