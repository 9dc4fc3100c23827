// Locks and timers of native programs; those of browsers are in tests/web/keys.test.mjs.
#include <doctest/doctest.h>

#include "platform/local_exclusive_lock.h"
#include "platform/native/event_loop_native.h"
#include "platform/native/timer_native.h"
#include "support/fake_clock.h"

namespace stadttor::platform {

TEST_SUITE("platform") {

TEST_CASE("a lock is one holder's, then the next one's in line") {
  NativeEventLoop loop;
  LocalExclusiveLock locks(loop);
  LockHandle first, second;
  locks.hold("outbox", [&](Result<LockHandle> lock) { first = lock.value(); });
  locks.hold("outbox", [&](Result<LockHandle> lock) { second = lock.value(); });
  loop.run();
  CHECK(first != nullptr);
  CHECK(second == nullptr);
  first.reset();
  loop.run();
  CHECK(second != nullptr);
}

TEST_CASE("who still waits when everything ends is let go, however many there are") {
  const auto waiting = std::make_shared<int>(0);
  {
    NativeEventLoop loop;
    LocalExclusiveLock locks(loop);
    LockHandle first;
    locks.hold("outbox", [&](Result<LockHandle> lock) { first = lock.value(); });
    loop.run();
    for (int others = 0; others < 3; ++others) locks.hold("outbox", [waiting](const Result<LockHandle>&) {});
    first.reset();
  }
  CHECK(waiting.use_count() == 1);
}

TEST_CASE("who does not want to wait is told that somebody holds the lock, and gets it once it is free") {
  NativeEventLoop loop;
  LocalExclusiveLock locks(loop);
  LockHandle first;
  locks.hold("draft", [&](Result<LockHandle> lock) { first = lock.value(); });
  std::optional<ErrorKind> refusal;
  const auto note = [&](const Result<LockHandle>& lock) { refusal = lock.ok() ? std::nullopt : std::optional(lock.error().kind); };
  locks.try_hold("draft", note);
  loop.run();
  CHECK(refusal == ErrorKind::ChangedElsewhere);
  locks.try_hold("another", note);
  loop.run();
  CHECK_FALSE(refusal.has_value());
  first.reset();
  refusal = ErrorKind::NotFound;
  locks.try_hold("draft", note);
  loop.run();
  CHECK_FALSE(refusal.has_value());
}

TEST_CASE("timers are due in their order, once, and not at all when they were given up") {
  testing::FakeClock clock(testing::usual_morning());
  NativeTimer timer(clock);
  std::string order;
  const auto late = timer.after(2000, [&] { order += "late "; });
  auto given_up = timer.after(1500, [&] { order += "given up "; });
  const auto early = timer.after(1000, [&] { order += "early "; });
  CHECK_FALSE(timer.run());
  CHECK(timer.next_due() == clock.now() + 1000);
  given_up.reset();
  clock.set(clock.now() + 5000);
  CHECK(timer.run());
  CHECK(order == "early late ");
  CHECK_FALSE(timer.run());
  CHECK_FALSE(timer.next_due().has_value());
}

}

}  // namespace stadttor::platform
