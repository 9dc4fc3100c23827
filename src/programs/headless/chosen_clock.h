// What the commands that look at a city have in common: the time and the language a tester wants it to be.
#pragma once

#include <cstdlib>
#include <string>

#include "city/address.h"
#include "platform/native/clock_native.h"
#include "programs/headless/command_line.h"
#include "programs/headless/visitor.h"

namespace stadttor::headless {

// Milliseconds since 1970 (--time), else now.
class ChosenClock : public platform::Clock {
 public:
  explicit ChosenClock(const CommandLine& line) : chosen_(line.option("--time", "")) {}
  platform::Instant now() const override { return chosen_.empty() ? system_.now() : std::strtoll(chosen_.c_str(), nullptr, 10); }

 private:
  std::string chosen_;
  platform::SystemClock system_;
};

inline std::string path_in_language(const CommandLine& line, const std::string& path) {
  if (!line.has("--lang")) return path;
  city::Address address = city::parse_address(path, line.option("--lang", "de"));
  address.language = line.option("--lang", "de");
  return city::path_of(address);
}

inline Error page_not_shown(const std::string& path, const Visitor& visitor) {
  return {ErrorKind::NotFound, path, visitor.log_lines().empty() ? "the page could not be shown" : visitor.log_lines().back(), NextStep::TryAgain};
}

}  // namespace stadttor::headless
