// Something to be done later. Every timer has a cause that a page can name; at rest there is none.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace stadttor::platform {

// As long as it lives, the timer runs.
class RunningTimer {
 public:
  virtual ~RunningTimer() = default;
};

class Timer {
 public:
  virtual ~Timer() = default;
  // `due` is called once, on this thread, after at least so long; never once the answer is gone.
  virtual std::unique_ptr<RunningTimer> after(std::int64_t milliseconds, std::function<void()> due) = 0;
};

}  // namespace stadttor::platform
