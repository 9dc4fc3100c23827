// What a status says about trying again. Whether and when somebody does is decided above the protocols.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "foundation/result.h"

namespace stadttor::protocols {

// Whether the same call may work later, and how long the server wants to be left alone (Retry-After, at most a day).
struct RetryAdvice {
  bool may_work_later = false;
  std::int64_t wait_milliseconds = 0;
};

template <class Value>
using Answer = std::function<void(Result<Value>, RetryAdvice)>;

// What a status means for the citizen: refused for good, or worth another try.
RetryAdvice advice_for(int status, const std::string& retry_after);

}  // namespace stadttor::protocols
