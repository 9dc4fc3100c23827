// Slows down whoever guesses passwords: after a few wrong ones an account name has to wait, and all names together may fail
// only so often. Counts names, never addresses.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "platform/clock.h"

namespace stadttor::city_server::authority {

class LoginLimit {
 public:
  // Seconds to wait before this name may try again; 0: now.
  int seconds_to_wait(const std::string& name, platform::Instant now);

  void count_failure(const std::string& name, platform::Instant now);
  void forget(const std::string& name);

 private:
  using Failures = std::deque<platform::Instant>;

  std::mutex mutex_;
  std::map<std::string, Failures> by_name_;
  Failures all_;
};

}  // namespace stadttor::city_server::authority
