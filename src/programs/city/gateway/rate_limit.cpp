#include "programs/city/gateway/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace stadttor::city_server {
namespace {

constexpr std::size_t kManyClients = 10000;

std::int64_t wait_for_one(double calls, double per_second) {
  return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil((1 - calls) / per_second)));
}

}  // namespace

void RateLimit::refill(Bucket& bucket, const Allowance& allowance, std::int64_t now) {
  const double passed = static_cast<double>(std::max<std::int64_t>(0, now - bucket.seen_at));
  bucket.calls = std::min(allowance.burst, bucket.calls + passed * allowance.per_second);
  bucket.seen_at = now;
}

void RateLimit::forget_full(std::int64_t now) {
  for (auto at = clients_.begin(); at != clients_.end();) {
    refill(at->second, each_, now);
    at = at->second.calls >= each_.burst ? clients_.erase(at) : std::next(at);
  }
}

std::int64_t RateLimit::seconds_to_wait(const std::string& client, std::int64_t now) {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (clients_.size() >= kManyClients) forget_full(now);
  Bucket& own = clients_.try_emplace(client, Bucket{each_.burst, now}).first->second;
  refill(own, each_, now);
  refill(shared_, all_, now);
  if (own.calls < 1) return wait_for_one(own.calls, each_.per_second);
  if (shared_.calls < 1) return wait_for_one(shared_.calls, all_.per_second);
  own.calls -= 1;
  shared_.calls -= 1;
  return 0;
}

}  // namespace stadttor::city_server
