// The event loop of the browser: a turn is a microtask of its own.
#pragma once

#include "platform/event_loop.h"

namespace stadttor::platform {

class WebEventLoop : public EventLoop {
 public:
  void post(std::function<void()> turn) override;
};

}  // namespace stadttor::platform
