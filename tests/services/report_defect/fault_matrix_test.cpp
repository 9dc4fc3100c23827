// Every call of a report's way with every fault of a network, before and after the city has done its part: the state, the message and the ledger
// each must end in, and that there is one report when the fault is over.
#include <doctest/doctest.h>

#include "services/report_defect/report_directory.h"
#include "services/report_defect/report_trouble.h"
#include "services/report_defect/reporting_world.h"
#include "support/network_faults.h"

using namespace stadttor;
using namespace stadttor::services::report_defect;
using namespace stadttor::testing;
using kept_data::ReportState;

namespace {

// Sanitizers look at code, not at every cell.
#ifdef STADTTOR_SANITIZED
constexpr int kEvery = 7;
#else
constexpr int kEvery = 1;
#endif
constexpr std::int64_t kHour = 3'600'000;

struct Cell {
  ReportCall call;
  NetworkFault fault;
  bool happens_before;
};

std::vector<Cell> cells() {
  std::vector<Cell> all;
  for (const ReportCall call : {ReportCall::Definition, ReportCall::Post, ReportCall::Published, ReportCall::Token}) {
    for (const NetworkFault& fault : network_faults()) {
      all.push_back({call, fault, true});
      if (call == ReportCall::Post) all.push_back({call, fault, false});
    }
  }
  return all;
}

void arrange(GeoReportServer& server, const Cell& cell) {
  server.gives_tokens = cell.call == ReportCall::Token;
  // Asked only when an answer was lost.
  if (cell.call == ReportCall::Published) server.faults[ReportCall::Post] = {[] { return unreachable("lost"); }, false, 1};
  server.faults[cell.call] = {cell.fault.answer, cell.happens_before, 2};
}

// What a citizen does who is told that it is not sure, or that it was refused.
void answer_what_is_asked(ReportingWorld& world, ReportingWorld::Tab& tab, const std::string& id) {
  for (int tries = 0; tries < 6 && tab.only().state != ReportState::Sent; ++tries) {
    if (tab.only().state == ReportState::Unclear && !world.server.published.empty()) tab.outbox.note_it_is_there(id);
    else tab.outbox.try_again(id);
    world.pass(kHour);
  }
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("whichever call of a report meets whichever fault, it arrives once, its disclosure is in the ledger, and what is wrong is told") {
    int number = 0;
    for (const Cell& cell : cells()) {
      if (++number % kEvery != 0) continue;
      const std::string what = cell.fault.what;
      CAPTURE(static_cast<int>(cell.call));
      CAPTURE(what);
      CAPTURE(cell.happens_before);
      ReportingWorld world;
      arrange(world.server, cell);
      const auto tab = world.new_tab();
      const auto id = tab->outbox.send(dark_lamp(), entry_of_lamp());
      if (!CHECK(id.ok())) return;
      world.pass();
      const kept_data::Report met = tab->only();
      if (cell.call != ReportCall::Published) {
        // What is not sure, and what has no number yet, have words of their own.
        CHECK((!met.trouble.empty() || met.state == ReportState::Unclear || (cell.call == ReportCall::Token && met.number.empty())));
        if (cell.fault.is_network) CHECK(met.trouble == kNoNetwork);
      }
      if (cell.call == ReportCall::Definition) CHECK((met.state == ReportState::Ready || met.state == ReportState::Stopped));
      if (cell.call == ReportCall::Post) CHECK((met.state == ReportState::Posting || met.state == ReportState::Unclear || met.state == ReportState::Stopped));
      if (cell.call == ReportCall::Post && !cell.fault.may_pass) CHECK(met.state == ReportState::Stopped);
      if (cell.call == ReportCall::Token) CHECK(met.state == ReportState::Sent);

      world.pass(4 * kHour);
      answer_what_is_asked(world, *tab, id.value());
      CHECK(tab->only().state == ReportState::Sent);
      // A server that takes a report and says that it refuses it, and no other, is sent it again when the citizen wants that: here twice, with
      // the same key.
      const bool was_said_to_be_refused = cell.call == ReportCall::Post && !cell.happens_before && met.state == ReportState::Stopped;
      // And a list with nothing in it is an answer: from a city that does not show yet what it has taken, nobody can tell that it has.
      const bool was_said_not_to_be_there = cell.call == ReportCall::Published && what == "a list";
      CHECK(world.server.posted.size() == (was_said_to_be_refused ? 3 : was_said_not_to_be_there ? 2 : 1));
      for (const std::string& key : world.server.keys) CHECK(key == world.server.keys.front());
      for (const std::string& body : world.server.bodies) CHECK(body == world.server.bodies.front());
      const auto ledger = world.ledger(*tab);
      if (!CHECK(ledger.entries.size() == 1)) return;
      CHECK(ledger.entries[0].receipt == id.value());
      CHECK_FALSE(ledger.broken_at);
    }
    MESSAGE(number << " cells");
  }

  TEST_CASE("whichever fault meets what the city tells everybody, its page says that it could not be had, and has it when asked again") {
    for (const ReportCall call : {ReportCall::Types, ReportCall::Definition, ReportCall::Published}) {
      for (const NetworkFault& fault : network_faults()) {
        const std::string what = fault.what;
        CAPTURE(static_cast<int>(call));
        CAPTURE(what);
        ReportingWorld world;
        world.server.published.push_back({{"service_request_id", "2026-9"}, {"status", "open"}, {"service_code", "strassenbeleuchtung"}});
        world.server.faults[call] = {fault.answer, true, 1};
        int told = 0;
        ReportDirectory directory(world.http, world.clock, "/open311/v2", "musterstadt", [&told] { ++told; });
        const auto ask = [&] {
          world.loop.run();
          if (call == ReportCall::Types) return directory.types().progress;
          if (call == ReportCall::Published) return directory.published().progress;
          return directory.definition("strassenbeleuchtung").progress;
        };
        CHECK(ask() == Progress::Asking);
        const Progress met = ask();
        CHECK(told == 1);
        // A list with nothing in it is an answer.
        const bool is_answer = what == "a list" && call != ReportCall::Definition;
        CHECK(met == (is_answer ? Progress::There : Progress::Failed));
        directory.forget_failures();
        (void)ask();
        CHECK(ask() == Progress::There);
        if (!is_answer && call == ReportCall::Types) CHECK(directory.types().value.size() == 2);
        if (!is_answer && call == ReportCall::Published) CHECK(directory.published().value.size() == 1);
        if (call == ReportCall::Definition) CHECK(directory.definition("strassenbeleuchtung").value.attributes.size() == 2);
        CHECK(world.server.posted.empty());
      }
    }
  }
}
