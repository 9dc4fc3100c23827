// The event loop of native programs: whoever owns the loop runs what waits in it.
#pragma once

#include <deque>

#include "platform/event_loop.h"

namespace stadttor::platform {

class NativeEventLoop : public EventLoop {
 public:
  NativeEventLoop() = default;
  NativeEventLoop(const NativeEventLoop&) = delete;
  NativeEventLoop& operator=(const NativeEventLoop&) = delete;
  // Turn by turn: one that is dropped may post another, as a lock does that goes on to whoever waits for it.
  ~NativeEventLoop() override {
    while (!turns_.empty()) {
      const std::function<void()> dropped = std::move(turns_.front());
      turns_.pop_front();
    }
  }

  void post(std::function<void()> turn) override { turns_.push_back(std::move(turn)); }

  // Runs what has been posted until nothing waits any more; false when nothing did.
  bool run() {
    if (turns_.empty()) return false;
    while (!turns_.empty()) {
      const std::function<void()> turn = std::move(turns_.front());
      turns_.pop_front();
      turn();
    }
    return true;
  }

 private:
  std::deque<std::function<void()>> turns_;
};

}  // namespace stadttor::platform
