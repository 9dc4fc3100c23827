// Every call of a delivery with every fault of a network, before and after the server has done its part: the state, the message and the
// ledger each must end in, and that it arrives once when the fault is over.
#include <doctest/doctest.h>

#include <set>

#include "services/send_application/gateway_world.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using namespace stadttor::testing;
using platform::HttpResponse;

namespace {

// Sanitizers look at code, not at every cell.
#ifdef STADTTOR_SANITIZED
constexpr int kEvery = 7;
#else
constexpr int kEvery = 1;
#endif

enum class Effect { Passes, Refuses };

struct NetworkFault {
  const char* what;
  std::function<Gateway::Answer()> answer;
  // What the citizen is told where it lasts; refusals are told by what was asked.
  Trouble lasting;
  Effect effect = Effect::Passes;
};

Gateway::Answer unreachable(const char* why) { return Error{ErrorKind::NetworkUnreachable, "gateway", why, NextStep::TryAgain}; }

NetworkFault status(const char* what, int number, Trouble lasting, Effect effect = Effect::Passes, const char* retry_after = "") {
  return {what, [number, retry_after] { return Gateway::Answer(HttpResponse{number, R"({"type":"problem"})", retry_after}); }, lasting, effect};
}

std::vector<NetworkFault> network_faults() {
  return {
      {"no name", [] { return unreachable("DNS"); }, Trouble::NoNetwork},
      {"refused connection", [] { return unreachable("refused"); }, Trouble::NoNetwork},
      {"reset before the body", [] { return unreachable("reset"); }, Trouble::NoNetwork},
      {"CORS", [] { return unreachable("blocked"); }, Trouble::NoNetwork},
      {"time-out", [] { return Gateway::Answer(Error{ErrorKind::TimedOut, "gateway", "", NextStep::TryAgain}); }, Trouble::NoNetwork},
      {"empty answer", [] { return Gateway::Answer(HttpResponse{200, "", {}}); }, Trouble::UnexpectedAnswer},
      {"truncated answer", [] { return Gateway::Answer(HttpResponse{200, R"({"destinationId":"4f2c)", {}}); }, Trouble::UnexpectedAnswer},
      {"login page", [] { return Gateway::Answer(HttpResponse{200, "<!doctype html><title>WLAN</title>", {}}); }, Trouble::UnexpectedAnswer},
      {"JSON of something else", [] { return Gateway::Answer(HttpResponse{200, R"({"hello":1})", {}}); }, Trouble::UnexpectedAnswer},
      status("moved for good", 301, Trouble::GatewayBusy),
      status("moved", 307, Trouble::GatewayBusy),
      status("bad request", 400, Trouble::Refused, Effect::Refuses),
      status("unauthorised", 401, Trouble::Refused, Effect::Refuses),
      status("forbidden", 403, Trouble::Refused, Effect::Refuses),
      status("not found", 404, Trouble::Refused, Effect::Refuses),
      status("request time-out", 408, Trouble::GatewayBusy),
      status("conflict", 409, Trouble::Refused, Effect::Refuses),
      status("too large", 413, Trouble::Refused, Effect::Refuses),
      status("media type", 415, Trouble::Refused, Effect::Refuses),
      status("unprocessable", 422, Trouble::Refused, Effect::Refuses),
      status("too early", 425, Trouble::GatewayBusy),
      status("too many", 429, Trouble::GatewayBusy),
      status("too many, later", 429, Trouble::GatewayBusy, Effect::Passes, "120"),
      status("broken", 500, Trouble::GatewayBusy),
      status("bad gateway", 502, Trouble::GatewayBusy),
      status("unavailable, later", 503, Trouble::GatewayBusy, Effect::Passes, "30"),
      status("gateway time-out", 504, Trouble::GatewayBusy),
  };
}

bool is_preparing(GatewayCall call) { return call == GatewayCall::Destination || call == GatewayCall::Key || call == GatewayCall::Statement; }

// What is asked for after it has been sent, and only read.
bool is_reading(GatewayCall call) { return call == GatewayCall::Events || call == GatewayCall::ServiceKeys || call == GatewayCall::AuthorityKey; }

// The calls that change something at the server; for the others it is the same when they fail.
bool is_changing(GatewayCall call) { return !is_preparing(call) && !is_reading(call); }

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("whichever call meets whichever fault, an application arrives once, and the ledger has it once") {
    int cells = 0;
    for (int number = 0; number < kGatewayCalls; ++number) {
      const auto call = static_cast<GatewayCall>(number);
      for (const NetworkFault& fault : network_faults()) {
        for (const bool happens_before : {true, false}) {
          if (!happens_before && !is_changing(call)) continue;
          CAPTURE(number);
          CAPTURE(fault.what);
          CAPTURE(happens_before);
          if (++cells % kEvery != 0) continue;
          SendingWorld world;
          const auto tab = world.new_tab();
          world.gateway.is_accepted = true;
          world.gateway.faults[call] = {fault.answer, happens_before, 2};
          CHECK(tab->outbox.send(dog_registration()).ok());
          // A citizen who sees that it goes no further tries again.
          for (int tries = 0; tries < 5; ++tries) {
            world.pass(std::int64_t{2} * 3'600'000);
            if (tab->outbox.cases().at(0).progress != CaseProgress::Stopped) break;
            tab->outbox.try_again(tab->outbox.cases().at(0).id);
          }
          if (!CHECK(tab->outbox.cases().at(0).progress == CaseProgress::Accepted)) return;
          if (!CHECK(world.gateway.arrived() == 1)) return;
          CHECK(world.ledger(*tab).entries.size() == 1);
        }
      }
    }
    MESSAGE(cells, " cells");
  }

  TEST_CASE("while a fault lasts, the citizen is told which, and nothing is noted that has not happened") {
    int cells = 0;
    for (int number = 0; number < kGatewayCalls; ++number) {
      const auto call = static_cast<GatewayCall>(number);
      for (const NetworkFault& fault : network_faults()) {
        CAPTURE(number);
        CAPTURE(fault.what);
        if (++cells % kEvery != 0) continue;
        SendingWorld world;
        const auto tab = world.new_tab();
        world.gateway.is_accepted = true;
        world.gateway.faults[call] = {fault.answer, true, -1};
        CHECK(tab->outbox.send(dog_registration()).ok());
        world.pass(10'000);
        const Case& shown = tab->outbox.cases().at(0);
        CHECK(shown.trouble.trouble != Trouble::None);
        CHECK(world.ledger(*tab).entries.size() == (is_preparing(call) ? 0 : 1));
        if (is_preparing(call)) {
          CHECK(shown.progress == (may_pass(shown.trouble.trouble) ? CaseProgress::Preparing : CaseProgress::Stopped));
        } else if (is_reading(call)) {
          CHECK(shown.progress == CaseProgress::Sent);
        } else {
          CHECK(shown.progress == (fault.effect == Effect::Refuses ? CaseProgress::Stopped : CaseProgress::Sending));
        }
        if (fault.lasting == Trouble::NoNetwork) CHECK(shown.trouble.trouble == Trouble::NoNetwork);
        CHECK(world.gateway.arrived() <= (is_reading(call) ? 1 : 0));
      }
    }
  }
}
