// When a terminal begins anew: after a while without input, and after a warning that can be prolonged. Knows time only.
#pragma once

#include <cstdint>

namespace stadttor::terminal {

using Milliseconds = std::int64_t;

class IdleReset {
 public:
  enum class Phase : unsigned char {
    Untouched,  // nobody has done anything since it began: nothing to forget
    Active,
    Warned,
    Expired,
  };

  IdleReset(Milliseconds quiet, Milliseconds warning) : quiet_(quiet), warning_(warning) {}

  // Input while the warning is shown only counts when it prolongs.
  void note_input(Milliseconds now);
  void prolong(Milliseconds now) { last_input_ = now; }
  void begin_anew() { is_touched_ = false; }

  Phase phase(Milliseconds now) const;
  // Until it begins anew, rounded up; while warned.
  int seconds_left(Milliseconds now) const;
  // Until something changes that has to be shown; negative for never.
  Milliseconds next_change(Milliseconds now) const;

 private:
  Milliseconds quiet_;
  Milliseconds warning_;
  Milliseconds last_input_ = 0;
  bool is_touched_ = false;
};

}  // namespace stadttor::terminal
