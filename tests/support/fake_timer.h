// A timer that is due when a test says so.
#pragma once

#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "platform/timer.h"

namespace stadttor::testing {

class FakeTimer : public platform::Timer {
 public:
  std::unique_ptr<platform::RunningTimer> after(std::int64_t milliseconds, std::function<void()> due) override {
    auto running = std::make_unique<Running>();
    running->wait = std::make_shared<Wait>(Wait{milliseconds, std::move(due)});
    waits_.push_back(running->wait);
    return running;
  }

  // Of those that still run, the one that was asked for last; 0 where none does.
  std::int64_t running() const {
    for (auto wait = waits_.rbegin(); wait != waits_.rend(); ++wait) {
      if (const auto one = wait->lock()) return one->milliseconds;
    }
    return 0;
  }
  // Whatever runs now is due.
  void is_due() {
    for (const auto& wait : std::exchange(waits_, {})) {
      if (const auto one = wait.lock()) std::exchange(one->due, nullptr)();
    }
  }

 private:
  struct Wait {
    std::int64_t milliseconds = 0;
    std::function<void()> due;
  };
  struct Running : platform::RunningTimer {
    std::shared_ptr<Wait> wait;
  };
  std::vector<std::weak_ptr<Wait>> waits_;
};

}  // namespace stadttor::testing
