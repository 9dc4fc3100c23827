// The machine's clock.
#pragma once

#include "platform/clock.h"

namespace stadttor::platform {

class SystemClock : public Clock {
 public:
  Instant now() const override;
};

}  // namespace stadttor::platform
