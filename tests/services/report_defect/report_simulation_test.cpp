// Reports through crashes at every step and every fault of the network: what was kept arrives, and where the server shows what it has, once. The
// seed of a failure is said; it plays the same again.
#include <doctest/doctest.h>

#include "services/report_defect/report_world.h"

using namespace stadttor::testing;

namespace {

// One seed: without a crash, then with one at each step. Crash points played; `fault` says what went wrong.
std::uint64_t play_every_crash(std::uint64_t seed, ReportBug bug, std::string& fault) {
  ReportWorld calm(seed, bug);
  calm.run();
  if (!calm.violation.empty()) fault = "seed " + std::to_string(seed) + ": " + calm.violation;
  for (std::uint64_t at = 1; at <= calm.steps && fault.empty(); ++at) {
    ReportWorld world(seed, bug);
    world.crash_at = at;
    world.run();
    if (!world.violation.empty()) fault = "seed " + std::to_string(seed) + ", crash at " + std::to_string(at) + ": " + world.violation;
  }
  return calm.steps;
}

// Many crashes in a row.
void play_badly(std::uint64_t seed, ReportBug bug, std::string& fault) {
  ReportWorld world(seed, bug);
  world.crash_chance = 100;
  world.run();
  if (!world.violation.empty()) fault = "seed " + std::to_string(seed) + ", many crashes: " + world.violation;
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("no crash and no fault of the network loses a report, or sends it twice to a server that shows what it has") {
    constexpr std::uint64_t kPoints = 100'000;
    std::uint64_t points = 0;
    std::string fault;
    for (std::uint64_t seed = 1; points < kPoints && fault.empty(); ++seed) points += play_every_crash(seed, ReportBug::None, fault);
    CHECK_MESSAGE(fault.empty(), fault);
    MESSAGE(points << " crash points");
  }

  TEST_CASE("neither do many crashes in a row") {
    std::string fault;
    for (std::uint64_t seed = 1; seed <= 5'000 && fault.empty(); ++seed) play_badly(seed, ReportBug::None, fault);
    CHECK_MESSAGE(fault.empty(), fault);
  }

  TEST_CASE("what cannot be excluded: a server that shows reports only later gets some of them twice, and never none") {
    int twice = 0;
    std::string fault;
    for (std::uint64_t seed = 1; seed <= 2'000 && fault.empty(); ++seed) {
      ReportWorld world(seed, ReportBug::None, Publishing::Later);
      world.crash_chance = 100;
      world.run();
      fault = world.violation;
      twice += world.arrived() > 1 ? 1 : 0;
    }
    CHECK_MESSAGE(fault.empty(), fault);
    CHECK(twice > 0);
  }

  TEST_CASE("each design of sending reports that looks right and is not is found within a thousand seeds") {
    for (const ReportBug bug : {ReportBug::PostingKeptRelaxed, ReportBug::NotAskedAfterCrash, ReportBug::EveryFailureFinal, ReportBug::SilenceTakenForSuccess, ReportBug::SentKeptNowhere, ReportBug::PhotoKeptInMemoryOnly}) {
      std::string fault;
      for (std::uint64_t seed = 1; seed <= 1000 && fault.empty(); ++seed) {
        play_every_crash(seed, bug, fault);
        if (fault.empty()) play_badly(seed, bug, fault);
      }
      CHECK_MESSAGE(!fault.empty(), "bug " << static_cast<int>(bug) << " is not found");
    }
  }
}
