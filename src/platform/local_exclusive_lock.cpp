#include "platform/local_exclusive_lock.h"

#include <utility>

namespace stadttor::platform {

class LocalExclusiveLock::Held : public HeldLock {
 public:
  Held(EventLoop& loop, std::shared_ptr<Lines> lines, std::string name) : loop_(loop), lines_(std::move(lines)), name_(std::move(name)) {}
  ~Held() override {
    auto line = lines_->waiting.find(name_);
    if (line->second.empty()) {
      lines_->waiting.erase(line);
      return;
    }
    Callback<LockHandle> next = std::move(line->second.front());
    line->second.pop_front();
    give(loop_, lines_, name_, std::move(next));
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;

 private:
  EventLoop& loop_;
  std::shared_ptr<Lines> lines_;
  std::string name_;
};

void LocalExclusiveLock::give(EventLoop& loop, const std::shared_ptr<Lines>& lines, const std::string& name, Callback<LockHandle> callback) {
  loop.post([callback = std::move(callback), handle = std::make_shared<Held>(loop, lines, name)]() mutable { callback(LockHandle(std::move(handle))); });
}

void LocalExclusiveLock::hold(std::string name, Callback<LockHandle> callback) {
  const auto [line, is_free] = lines_->waiting.try_emplace(name);
  if (is_free) return give(loop_, lines_, name, std::move(callback));
  line->second.push_back(std::move(callback));
}

void LocalExclusiveLock::try_hold(std::string name, Callback<LockHandle> callback) {
  const auto [line, is_free] = lines_->waiting.try_emplace(name);
  if (is_free) return give(loop_, lines_, name, std::move(callback));
  loop_.post([callback = std::move(callback), name = std::move(name)] {
    callback(Error{ErrorKind::ChangedElsewhere, "lock " + name, "is held by another tab or program", NextStep::TryAgain});
  });
}

}  // namespace stadttor::platform
