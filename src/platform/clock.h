// What time it is. A parameter, so that a visit can be simulated.
#pragma once

#include "platform/locale.h"

namespace stadttor::platform {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

}  // namespace stadttor::platform
