// Timers of the browser.
#pragma once

#include "platform/timer.h"

namespace stadttor::platform {

class WebTimer : public Timer {
 public:
  std::unique_ptr<RunningTimer> after(std::int64_t milliseconds, std::function<void()> due) override;
};

}  // namespace stadttor::platform
