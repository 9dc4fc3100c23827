// What the desk of a native program works with: OpenSSL, and records in memory that go with the visit.
#pragma once

#include <memory>

#include "platform/absent_passkeys.h"
#include "platform/absent_pictures.h"
#include "platform/absent_whereabouts.h"
#include "platform/clock.h"
#include "platform/http_client.h"
#include "platform/local_exclusive_lock.h"
#include "platform/memory_record_store.h"
#include "platform/native/cryptography_native.h"
#include "platform/native/event_loop_native.h"
#include "platform/native/secure_random_native.h"
#include "platform/native/timer_native.h"
#include "platform/store_mark.h"
#include "portal/desk.h"

namespace stadttor::programs {

// Outlives the desks it makes.
class NativeDesk {
 public:
  NativeDesk(platform::HttpClient& http, platform::Clock& clock) : http_(http), clock_(clock) {}

  // Of a new visit. What another visit kept is still there.
  std::shared_ptr<portal::Desk> make();
  // Lets what waits go on; false when nothing did.
  bool go_on();
  // Everything that was kept goes.
  void clear() {
    records_.records().clear();
    mark_.clear();
  }

 private:
  platform::HttpClient& http_;
  platform::Clock& clock_;
  platform::NativeEventLoop loop_;
  platform::NativeTimer timer_{clock_};
  platform::NativeCryptography cryptography_{loop_};
  platform::NativeSecureRandom random_;
  platform::MemoryRecordStore records_{loop_};
  platform::MemoryStoreMark mark_;
  platform::LocalExclusiveLock locks_{loop_};
  platform::AbsentPasskeys passkeys_{loop_};
  platform::AbsentPictures pictures_{loop_};
  platform::AbsentWhereabouts whereabouts_{loop_};
};

}  // namespace stadttor::programs
