// The browser's clock.
#pragma once

#include "platform/clock.h"

namespace stadttor::platform {

class WebClock : public Clock {
 public:
  Instant now() const override;
};

}  // namespace stadttor::platform
