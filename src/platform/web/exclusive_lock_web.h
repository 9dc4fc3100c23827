// Locks among the tabs of a browser (Web Locks API). Where it has none, every lock is free: such browsers are older than the
// engine's other needs.
#pragma once

#include "platform/exclusive_lock.h"

namespace stadttor::platform {

class WebExclusiveLock : public ExclusiveLock {
 public:
  void hold(std::string name, Callback<LockHandle> callback) override;
  void try_hold(std::string name, Callback<LockHandle> callback) override;
};

}  // namespace stadttor::platform
