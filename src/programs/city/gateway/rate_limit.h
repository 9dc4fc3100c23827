// How often somebody may call: a bucket for each client and one for all, each filling again with time. Addresses stay in memory,
// and only until their bucket is full again.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace stadttor::city_server {

struct Allowance {
  double burst = 0;       // calls at once
  double per_second = 0;  // and then
};

class RateLimit {
 public:
  RateLimit(Allowance each, Allowance all) : each_(each), all_(all), shared_{all.burst, 0} {}

  // Seconds to wait; 0 where the call may be made, which then counts. `now` in seconds.
  std::int64_t seconds_to_wait(const std::string& client, std::int64_t now);

 private:
  struct Bucket {
    double calls = 0;
    std::int64_t seen_at = 0;
  };

  static void refill(Bucket& bucket, const Allowance& allowance, std::int64_t now);
  void forget_full(std::int64_t now);

  Allowance each_;
  Allowance all_;
  std::mutex mutex_;
  Bucket shared_;
  std::map<std::string, Bucket> clients_;
};

}  // namespace stadttor::city_server
