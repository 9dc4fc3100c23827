#include "platform/native/clock_native.h"

#include <chrono>

namespace stadttor::platform {

Instant SystemClock::now() const {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace stadttor::platform
