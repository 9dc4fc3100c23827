// Locks among those who share one of these: the parts of a native program, or the tabs of a simulated device.
#pragma once

#include <deque>
#include <map>

#include "platform/event_loop.h"
#include "platform/exclusive_lock.h"

namespace stadttor::platform {

class LocalExclusiveLock : public ExclusiveLock {
 public:
  explicit LocalExclusiveLock(EventLoop& loop) : loop_(loop), lines_(std::make_shared<Lines>()) {}

  void hold(std::string name, Callback<LockHandle> callback) override;
  void try_hold(std::string name, Callback<LockHandle> callback) override;

 private:
  // Who waits for a lock that is held; no entry: it is free.
  struct Lines {
    std::map<std::string, std::deque<Callback<LockHandle>>> waiting;
  };
  class Held;

  static void give(EventLoop& loop, const std::shared_ptr<Lines>& lines, const std::string& name, Callback<LockHandle> callback);

  EventLoop& loop_;
  std::shared_ptr<Lines> lines_;
};

}  // namespace stadttor::platform
