// Every call of a delivery with every fault of a network, before and after the server has done its part: the state, the message and the
// ledger each must end in, and that it arrives once when the fault is over.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

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

constexpr const char* kJsonOfSomethingElse = "JSON of something else";

enum class Effect { Passes, Refuses };

struct NetworkFault {
  std::string what;
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
      {"reset after the body", [] { return unreachable("reset"); }, Trouble::NoNetwork},
      {"another length than said", [] { return unreachable("length"); }, Trouble::NoNetwork},
      {"kept open for ever", [] { return Gateway::Answer(Error{ErrorKind::TimedOut, "gateway", "", NextStep::TryAgain}); }, Trouble::NoNetwork},
      {"reset before the body", [] { return unreachable("reset"); }, Trouble::NoNetwork},
      {"CORS", [] { return unreachable("blocked"); }, Trouble::NoNetwork},
      {"time-out", [] { return Gateway::Answer(Error{ErrorKind::TimedOut, "gateway", "", NextStep::TryAgain}); }, Trouble::NoNetwork},
      {"empty answer", [] { return Gateway::Answer(HttpResponse{200, "", {}}); }, Trouble::UnexpectedAnswer},
      {"truncated answer", [] { return Gateway::Answer(HttpResponse{200, R"({"destinationId":"4f2c)", {}}); }, Trouble::UnexpectedAnswer},
      {"login page", [] { return Gateway::Answer(HttpResponse{200, "<!doctype html><title>WLAN</title>", {}}); }, Trouble::UnexpectedAnswer},
      {kJsonOfSomethingElse, [] { return Gateway::Answer(HttpResponse{200, R"({"hello":1})", {}}); }, Trouble::UnexpectedAnswer},
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

// The calls that change something at the server. For the others an answer that gets lost after the server has done its part is the same
// as one before: it has no part to do.
bool is_changing(GatewayCall call) { return call == GatewayCall::Announce || call == GatewayCall::Attachment || call == GatewayCall::Submit; }

// What the citizen is told while it lasts.
Trouble told(GatewayCall call, const NetworkFault& fault) {
  // What could not be asked back is asked again later, and is no trouble of the application's.
  if (call == GatewayCall::Replies) return Trouble::None;
  // Keys of somebody, and not the one that has signed.
  if (call == GatewayCall::ServiceKeys && fault.what == kJsonOfSomethingElse) return Trouble::ConfirmationForged;
  if (is_reading(call)) return fault.effect == Effect::Refuses ? Trouble::GatewayBusy : fault.lasting;
  if (fault.effect != Effect::Refuses) return fault.lasting;
  switch (call) {
    case GatewayCall::Destination: return Trouble::DestinationClosed;
    case GatewayCall::Key: return Trouble::KeyRefused;
    case GatewayCall::Statement: return Trouble::StatementExpired;
    default: return Trouble::Refused;
  }
}

CaseProgress state_of(GatewayCall call, Trouble trouble) {
  if (is_preparing(call)) return may_pass(trouble) ? CaseProgress::Preparing : CaseProgress::Stopped;
  if (call == GatewayCall::Replies) return CaseProgress::Accepted;
  if (is_reading(call)) return CaseProgress::Sent;
  return may_pass(trouble) ? CaseProgress::Sending : CaseProgress::Stopped;
}

// The last PUT has done its part: the event log says so, whatever the answer was.
bool knows_better(GatewayCall call, bool happens_before) { return call == GatewayCall::Submit && !happens_before; }

struct Cell {
  GatewayCall call;
  const NetworkFault& fault;
  bool happens_before;
  int attempts;  // that meet it, at least
};

constexpr int kLasting = 1'000;

struct MatrixWorld : SendingWorld {
  std::unique_ptr<Tab> tab;

  explicit MatrixWorld(const Cell& cell) {
    gateway.has_reply_channel = cell.call == GatewayCall::Replies;
    tab = new_tab();
    gateway.is_accepted = true;
    gateway.faults[cell.call] = {cell.fault.answer, cell.happens_before, kLasting};
    CHECK(tab->outbox.send(dog_registration()).ok());
  }

  const Case& shown() const { return tab->outbox.cases().at(0); }

  // A citizen who sees that it goes no further tries again.
  void try_again_where_stopped() {
    if (shown().progress == CaseProgress::Stopped) tab->outbox.try_again(shown().id);
  }

  void meet(const Cell& cell) {
    const auto is_met = [&] { return kLasting - gateway.faults[cell.call].times >= cell.attempts; };
    for (int look = 0; look < 40; ++look) {
      pass(1'000 << std::min(look, 8));
      // After a refusal of the last PUT the event log is asked first, a while later.
      if (is_met() && cell.call == GatewayCall::Submit) pass(60'000);
      if (is_met() || (knows_better(cell.call, cell.happens_before) && shown().progress != CaseProgress::Sending)) return;
      try_again_where_stopped();
    }
    CHECK(is_met());
  }

  void come_to_its_end() {
    gateway.faults.clear();
    for (int tries = 0; tries < 5 && shown().progress != CaseProgress::Accepted; ++tries) {
      try_again_where_stopped();
      pass(std::int64_t{2} * 3'600'000);
    }
  }
};

void check_cell(const Cell& cell) {
  MatrixWorld world(cell);
  world.meet(cell);
  if (!knows_better(cell.call, cell.happens_before)) {
    const Trouble trouble = told(cell.call, cell.fault);
    CHECK(trouble_name(world.shown().trouble.trouble) == trouble_name(trouble));
    CHECK(world.shown().progress == state_of(cell.call, trouble));
    CHECK(world.gateway.arrived() == (is_reading(cell.call) || cell.call == GatewayCall::Replies ? 1 : 0));
  }
  CHECK(world.ledger(*world.tab).entries.size() == (is_preparing(cell.call) ? 0 : 1));
  world.come_to_its_end();
  CHECK(world.shown().progress == CaseProgress::Accepted);
  CHECK(world.gateway.arrived() == 1);
  CHECK(world.ledger(*world.tab).entries.size() == 1);
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("whichever call meets whichever fault, once or three times, the citizen is told which, and the application arrives once") {
    int cells = 0;
    for (int number = 0; number < kGatewayCalls; ++number) {
      const auto call = static_cast<GatewayCall>(number);
      for (const NetworkFault& fault : network_faults()) {
        for (const bool happens_before : {true, false}) {
          if (!happens_before && !is_changing(call)) continue;
          for (const int attempts : {1, 2, 3}) {
            if (++cells % kEvery != 0) continue;
            CAPTURE(number);
            CAPTURE(fault.what);
            CAPTURE(happens_before);
            CAPTURE(attempts);
            check_cell({call, fault, happens_before, attempts});
          }
        }
      }
    }
    MESSAGE(cells, " cells");
  }
}
