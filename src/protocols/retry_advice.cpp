#include "protocols/retry_advice.h"

#include <algorithm>
#include <cstdlib>

namespace stadttor::protocols {

namespace {

constexpr std::int64_t kLongestWait = std::int64_t{24} * 60 * 60 * 1000;

}  // namespace

RetryAdvice advice_for(int status, const std::string& retry_after) {
  const bool may = status == 408 || status == 425 || status == 429 || status >= 500;
  // Seconds; a date is treated as none, then the usual pause holds.
  const bool is_number = !retry_after.empty() && retry_after.size() < 10 && retry_after.find_first_not_of("0123456789") == std::string::npos;
  const std::int64_t wait = is_number ? std::int64_t{1000} * std::atol(retry_after.c_str()) : 0;
  return {may, may ? std::min(wait, kLongestWait) : 0};
}

}  // namespace stadttor::protocols
