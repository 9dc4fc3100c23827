#include "platform/web/timer_web.h"

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

namespace {

class WebRunningTimer : public RunningTimer {
 public:
  explicit WebRunningTimer(std::shared_ptr<std::function<void()>> due) : due_(std::move(due)) {}

 private:
  std::shared_ptr<std::function<void()>> due_;
};

}  // namespace

std::unique_ptr<RunningTimer> WebTimer::after(std::int64_t milliseconds, std::function<void()> due) {
  auto entry = std::make_shared<std::function<void()>>(std::move(due));
  ask_browser(BrowserCall::Wait, {std::to_string(milliseconds)}, [waiting = std::weak_ptr(entry)](const Result<BrowserFields>&) {
    const auto still_wanted = waiting.lock();
    if (still_wanted == nullptr) return;
    // A copy: the timer may be given up from within.
    const std::function<void()> call = *still_wanted;
    call();
  });
  return std::make_unique<WebRunningTimer>(std::move(entry));
}

}  // namespace stadttor::platform
