#include "programs/terminal/idle_reset.h"

#include <doctest/doctest.h>

namespace stadttor::terminal {

using Phase = IdleReset::Phase;

TEST_SUITE("idle reset") {
  TEST_CASE("a terminal nobody has touched has nothing to forget and never wakes") {
    const IdleReset idle(1000, 500);
    CHECK(idle.phase(1'000'000) == Phase::Untouched);
    CHECK(idle.next_change(1'000'000) == -1);
  }

  TEST_CASE("without input it warns, and then expires") {
    IdleReset idle(1000, 500);
    idle.note_input(100);
    CHECK(idle.phase(1099) == Phase::Active);
    CHECK(idle.next_change(100) == 1000);
    CHECK(idle.phase(1100) == Phase::Warned);
    CHECK(idle.phase(1600) == Phase::Expired);
  }

  TEST_CASE("input begins the time anew, but a warning has to be answered") {
    IdleReset idle(1000, 500);
    idle.note_input(0);
    idle.note_input(900);
    CHECK(idle.phase(1800) == Phase::Active);
    idle.note_input(1950);
    CHECK(idle.phase(1950) == Phase::Warned);
    idle.prolong(1950);
    CHECK(idle.phase(1950) == Phase::Active);
  }

  TEST_CASE("while it warns it wakes every second, and counts down to one") {
    IdleReset idle(10'000, 3000);
    idle.note_input(0);
    CHECK(idle.seconds_left(10'000) == 3);
    CHECK(idle.next_change(10'000) == 1000);
    CHECK(idle.seconds_left(10'400) == 3);
    CHECK(idle.next_change(10'400) == 600);
    CHECK(idle.seconds_left(12'999) == 1);
    CHECK(idle.next_change(12'999) == 1);
  }

  TEST_CASE("begun anew, it is untouched") {
    IdleReset idle(1000, 500);
    idle.note_input(0);
    idle.begin_anew();
    CHECK(idle.phase(5000) == Phase::Untouched);
  }
}

}  // namespace stadttor::terminal
