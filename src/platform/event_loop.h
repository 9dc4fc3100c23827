// Where answers wait for their turn, so that none arrives inside the call that asked for it.
#pragma once

#include <functional>

namespace stadttor::platform {

class EventLoop {
 public:
  virtual ~EventLoop() = default;
  // `turn` runs once, on this thread, after everything that was posted before it.
  virtual void post(std::function<void()> turn) = 0;
};

}  // namespace stadttor::platform
