// What only one tab, or one program, may do at a time: sending, or filling in the same application.
#pragma once

#include <memory>
#include <string>

#include "platform/callback.h"

namespace stadttor::platform {

// As long as it lives, the lock is held.
class HeldLock {
 public:
  virtual ~HeldLock() = default;
};

using LockHandle = std::shared_ptr<HeldLock>;

// Whoever crashes or is closed holds nothing any more (Web Locks API).
class ExclusiveLock {
 public:
  virtual ~ExclusiveLock() = default;
  // Answers when nobody else holds the lock of this name.
  virtual void hold(std::string name, Callback<LockHandle> callback) = 0;
  // ErrorKind::ChangedElsewhere where somebody holds it now.
  virtual void try_hold(std::string name, Callback<LockHandle> callback) = 0;
};

}  // namespace stadttor::platform
