#include "platform/web/exclusive_lock_web.h"

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

namespace {

class WebHeldLock : public HeldLock {
 public:
  explicit WebHeldLock(std::string number) : number_(std::move(number)) {}
  ~WebHeldLock() override {
    ask_browser(BrowserCall::ReleaseLock, {number_}, [](const Result<BrowserFields>&) {});
  }
  WebHeldLock(const WebHeldLock&) = delete;
  WebHeldLock& operator=(const WebHeldLock&) = delete;

 private:
  std::string number_;
};

void ask_for_lock(BrowserCall call, std::string name, Callback<LockHandle> callback) {
  ask_browser(call, {std::move(name)}, [callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    if (answer.value().empty()) return callback(Error{ErrorKind::NotSupported, "browser", "no lock", NextStep::TryAgain});
    callback(LockHandle(std::make_shared<WebHeldLock>(std::move(answer.value().front()))));
  });
}

}  // namespace

void WebExclusiveLock::hold(std::string name, Callback<LockHandle> callback) { ask_for_lock(BrowserCall::HoldLock, std::move(name), std::move(callback)); }

void WebExclusiveLock::try_hold(std::string name, Callback<LockHandle> callback) { ask_for_lock(BrowserCall::TryLock, std::move(name), std::move(callback)); }

}  // namespace stadttor::platform
