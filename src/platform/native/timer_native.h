// Timers of native programs: whoever owns the loop says when time has passed.
#pragma once

#include <map>
#include <optional>

#include "platform/clock.h"
#include "platform/timer.h"

namespace stadttor::platform {

class NativeTimer : public Timer {
 public:
  explicit NativeTimer(const Clock& clock) : clock_(clock) {}

  std::unique_ptr<RunningTimer> after(std::int64_t milliseconds, std::function<void()> due) override {
    auto entry = std::make_shared<std::function<void()>>(std::move(due));
    waiting_.emplace(clock_.now() + milliseconds, entry);
    return std::make_unique<Running>(std::move(entry));
  }

  // Does what is due by now, the earliest first; false when nothing was.
  bool run() {
    bool has_run = false;
    while (!waiting_.empty() && waiting_.begin()->first <= clock_.now()) {
      const std::shared_ptr<std::function<void()>> due = waiting_.begin()->second.lock();
      waiting_.erase(waiting_.begin());
      if (due == nullptr) continue;
      has_run = true;
      // A copy: the timer may be given up from within.
      const std::function<void()> call = *due;
      call();
    }
    return has_run;
  }

  // When to look again; nothing where no timer runs.
  std::optional<Instant> next_due() {
    while (!waiting_.empty() && waiting_.begin()->second.expired()) waiting_.erase(waiting_.begin());
    return waiting_.empty() ? std::nullopt : std::optional(waiting_.begin()->first);
  }

 private:
  class Running : public RunningTimer {
   public:
    explicit Running(std::shared_ptr<std::function<void()>> due) : due_(std::move(due)) {}

   private:
    std::shared_ptr<std::function<void()>> due_;
  };

  const Clock& clock_;
  std::multimap<Instant, std::weak_ptr<std::function<void()>>> waiting_;
};

}  // namespace stadttor::platform
