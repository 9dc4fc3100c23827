// Where a program has no passkeys to offer.
#pragma once

#include "platform/event_loop.h"
#include "platform/passkeys.h"

namespace stadttor::platform {

class AbsentPasskeys : public Passkeys {
 public:
  explicit AbsentPasskeys(EventLoop& loop) : loop_(loop) {}
  void look(Callback<bool> callback) override {
    loop_.post([callback = std::move(callback)] { callback(false); });
  }
  void make(PasskeyToMake, Callback<PasskeySecret> callback) override { refuse(std::move(callback)); }
  void ask(std::vector<PasskeyToAsk>, Callback<PasskeySecret> callback) override { refuse(std::move(callback)); }
  void forget(std::string) override {}

 private:
  void refuse(Callback<PasskeySecret> callback) {
    loop_.post([callback = std::move(callback)] { callback(Error{ErrorKind::NotSupported, "passkeys", "not available here", NextStep::None}); });
  }

  EventLoop& loop_;
};

}  // namespace stadttor::platform
