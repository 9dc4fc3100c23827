#include "programs/city/authority/login_limit.h"

#include <algorithm>

namespace stadttor::city_server::authority {
namespace {

constexpr platform::Instant kWindow = 15 * 60 * 1000;  // milliseconds
constexpr std::size_t kMostOfOneName = 5;
constexpr std::size_t kMostOfAll = 100;

void drop_old(std::deque<platform::Instant>& failures, platform::Instant now) {
  while (!failures.empty() && failures.front() + kWindow <= now) failures.pop_front();
}

int seconds_until_fewer(const std::deque<platform::Instant>& failures, std::size_t most, platform::Instant now) {
  if (failures.size() < most) return 0;
  const platform::Instant oldest_that_counts = failures[failures.size() - most];
  return static_cast<int>((oldest_that_counts + kWindow - now + 999) / 1000);
}

}  // namespace

int LoginLimit::seconds_to_wait(const std::string& name, platform::Instant now) {
  const std::lock_guard lock(mutex_);
  drop_old(all_, now);
  const int for_all = seconds_until_fewer(all_, kMostOfAll, now);
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return for_all;
  drop_old(found->second, now);
  return std::max(for_all, seconds_until_fewer(found->second, kMostOfOneName, now));
}

void LoginLimit::count_failure(const std::string& name, platform::Instant now) {
  const std::lock_guard lock(mutex_);
  // Never more names than failures that still count, so that invented names do not fill the memory.
  for (auto at = by_name_.begin(); at != by_name_.end();) {
    drop_old(at->second, now);
    at = at->second.empty() ? by_name_.erase(at) : std::next(at);
  }
  all_.push_back(now);
  by_name_[name].push_back(now);
}

void LoginLimit::forget(const std::string& name) {
  const std::lock_guard lock(mutex_);
  by_name_.erase(name);
}

}  // namespace stadttor::city_server::authority
