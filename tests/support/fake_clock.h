// A clock that stands where a test puts it.
#pragma once

#include "platform/clock.h"

namespace stadttor::testing {

inline platform::Instant instant_in_utc(const Date& date, int hour, int minute) {
  return (static_cast<platform::Instant>(days_since_epoch(date)) * 24 * 60 + hour * 60 + minute) * 60'000;
}

class FakeClock : public platform::Clock {
 public:
  explicit FakeClock(platform::Instant now) : now_(now) {}
  platform::Instant now() const override { return now_; }
  void set(platform::Instant now) { now_ = now; }

 private:
  platform::Instant now_;
};

// Tuesday, 24 November 2026, 10:00 in Berlin: what goldens and scenarios are told of.
inline platform::Instant usual_morning() { return instant_in_utc({2026, 11, 24}, 9, 0); }

}  // namespace stadttor::testing
