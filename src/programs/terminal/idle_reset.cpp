#include "programs/terminal/idle_reset.h"

namespace stadttor::terminal {

namespace {

constexpr Milliseconds kSecond = 1000;

}  // namespace

void IdleReset::note_input(Milliseconds now) {
  if (phase(now) == Phase::Warned || phase(now) == Phase::Expired) return;
  is_touched_ = true;
  last_input_ = now;
}

IdleReset::Phase IdleReset::phase(Milliseconds now) const {
  if (!is_touched_) return Phase::Untouched;
  const Milliseconds passed = now - last_input_;
  if (passed < quiet_) return Phase::Active;
  return passed < quiet_ + warning_ ? Phase::Warned : Phase::Expired;
}

int IdleReset::seconds_left(Milliseconds now) const {
  const Milliseconds left = last_input_ + quiet_ + warning_ - now;
  return left <= 0 ? 0 : static_cast<int>((left + kSecond - 1) / kSecond);
}

Milliseconds IdleReset::next_change(Milliseconds now) const {
  switch (phase(now)) {
    case Phase::Untouched: return -1;
    case Phase::Active: return last_input_ + quiet_ - now;
    case Phase::Warned: return (last_input_ + quiet_ + warning_ - now - 1) % kSecond + 1;
    case Phase::Expired: return 0;
  }
  return -1;
}

}  // namespace stadttor::terminal
