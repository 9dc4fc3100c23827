// Where a program does not know where it is.
#pragma once

#include "platform/event_loop.h"
#include "platform/whereabouts.h"

namespace stadttor::platform {

class AbsentWhereabouts : public Whereabouts {
 public:
  explicit AbsentWhereabouts(EventLoop& loop) : loop_(loop) {}
  bool can_ask() const override { return false; }
  void ask(Callback<Personal<DevicePosition>> callback) override {
    loop_.post([callback = std::move(callback)] { callback(Error{ErrorKind::NotSupported, "whereabouts", "not available here", NextStep::None}); });
  }

 private:
  EventLoop& loop_;
};

}  // namespace stadttor::platform
