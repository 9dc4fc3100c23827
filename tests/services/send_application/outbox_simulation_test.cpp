// Deliveries, of applications and of answers with a file, through crashes at every step and every fault of the network: what was acknowledged
// arrives, once, and is in the ledger before its first byte leaves. The seed of a failure is said; it plays the same again.
#include <doctest/doctest.h>

#include "services/send_application/outbox_world.h"

using namespace stadttor::testing;

namespace {

std::string told(std::uint64_t seed, const OutboxWorld& world) {
  return "seed " + std::to_string(seed) + ", crash at " + std::to_string(world.crash_at) + ": " + world.violation;
}

// One seed: without a crash, then with one at each step. Crash points played; `fault` says what went wrong.
std::uint64_t play_every_crash(std::uint64_t seed, DesignBug bug, std::string& fault) {
  OutboxWorld calm(seed, bug);
  calm.run();
  if (!calm.violation.empty()) fault = told(seed, calm);
  const std::uint64_t steps = calm.steps;
  for (std::uint64_t at = 1; at <= steps && fault.empty(); ++at) {
    OutboxWorld world(seed, bug);
    world.crash_at = at;
    world.run();
    if (!world.violation.empty()) fault = told(seed, world);
  }
  return steps;
}

// Many crashes and several tabs.
void play_badly(std::uint64_t seed, DesignBug bug, std::string& fault) {
  OutboxWorld world(seed, bug);
  world.crash_chance = 100;
  world.tabs = 1 + static_cast<unsigned>(seed % 3);
  world.run();
  if (!world.violation.empty()) fault = told(seed, world);
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("no crash and no fault of the network loses an application, or sends it twice") {
    // More than a million in a run of all suites, most of them where they are cheap.
#ifdef STADTTOR_SANITIZED
    constexpr std::uint64_t kPoints = 200'000;
#else
    constexpr std::uint64_t kPoints = 1'000'000;
#endif
    std::uint64_t points = 0;
    std::string fault;
    std::uint64_t seed = 1;
    for (; points < kPoints && fault.empty(); ++seed) points += play_every_crash(seed, DesignBug::None, fault);
    CHECK_MESSAGE(fault.empty(), fault);
    MESSAGE(points << " crash points of " << seed - 1 << " seeds");
  }

  TEST_CASE("neither do many crashes in a row, nor tabs that carry the same application") {
    std::string fault;
    for (std::uint64_t seed = 1; seed <= 10'000 && fault.empty(); ++seed) play_badly(seed, DesignBug::None, fault);
    CHECK_MESSAGE(fault.empty(), fault);
  }

  TEST_CASE("the same seed plays the same") {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
      OutboxWorld once(seed, DesignBug::None);
      OutboxWorld again(seed, DesignBug::None);
      once.crash_chance = again.crash_chance = 50;
      once.run();
      again.run();
      CHECK(once.steps == again.steps);
    }
  }

  TEST_CASE("each design that looks right and is not is found within a thousand seeds") {
    for (int bug = static_cast<int>(DesignBug::IdKeptRelaxed); bug <= static_cast<int>(DesignBug::CaseForgottenAtRestart); ++bug) {
      std::string fault;
      for (std::uint64_t seed = 1; seed <= 1000 && fault.empty(); ++seed) {
        play_every_crash(seed, static_cast<DesignBug>(bug), fault);
        if (fault.empty()) play_badly(seed, static_cast<DesignBug>(bug), fault);
      }
      CHECK_MESSAGE(!fault.empty(), "bug " << bug << " is not found");
    }
  }
}
