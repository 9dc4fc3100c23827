#include "programs/city/event_log.h"

#include <cstdio>

#include "programs/city/utc_time.h"

namespace stadttor::city_server {
namespace {

std::string_view level_name(LogLevel level) {
  switch (level) {
    case LogLevel::Info: return "info";
    case LogLevel::Warning: return "warning";
    case LogLevel::Failure: return "failure";
  }
  return "info";
}

bool is_control(char letter) {
  const auto code = static_cast<unsigned char>(letter);
  return code < 0x20 || code == 0x7f;
}

void append_value(std::string& line, std::string_view value) {
  const bool plain = !value.empty() && value.find_first_of(" \"\\=") == std::string_view::npos;
  if (!plain) line.push_back('"');
  for (const char letter : value) {
    if (is_control(letter)) {
      char escaped[5];
      std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(letter)));
      line.append(escaped);
    } else {
      if (letter == '"' || letter == '\\') line.push_back('\\');
      line.push_back(letter);
    }
  }
  if (!plain) line.push_back('"');
}

}  // namespace

std::string log_text(LogLevel level, std::string_view event, const LogFields& fields) {
  std::string line(level_name(level));
  line.append(" ").append(event);
  for (const auto& [name, value] : fields) {
    line.append(" ").append(name).append("=");
    append_value(line, value);
  }
  return line;
}

void log_event(LogLevel level, std::string_view event, const LogFields& fields) {
  std::string line = iso_text_now();
  line.append(" ").append(log_text(level, event, fields)).append("\n");
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace stadttor::city_server
