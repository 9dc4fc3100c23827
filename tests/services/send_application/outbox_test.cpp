// Applications that were handed over, through the outbox of a citizen: with and without a network, a key that may be used, and other tabs.
#include "services/send_application/outbox.h"

#include <doctest/doctest.h>

#include "services/send_application/gateway_world.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using namespace stadttor::testing;
using platform::HttpRequest;
using platform::HttpResponse;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;

Case the_case(const Tab& tab) { return tab.outbox.cases().empty() ? Case{} : tab.outbox.cases().front(); }

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("an application is kept, sealed, noted in the ledger and sent; its acceptance ends on the receipt") {
    SendingWorld world;
    const auto tab = world.new_tab();
    const auto id = tab->outbox.send(dog_registration());
    if (!CHECK(id.ok())) return;
    CHECK(the_case(*tab).progress == CaseProgress::Keeping);
    world.pass();
    const Case sent = the_case(*tab);
    CHECK(sent.progress == CaseProgress::Sent);
    CHECK(sent.id == id.value());
    CHECK(sent.number == world.gateway.submissions.at(0).in_case);
    CHECK(sent.receipt.fingerprint.size() == 128);
    CHECK(sent.receipt.key_thumbprint == authority()["thumbprint"]);
    CHECK(sent.steps.size() == 2);
    CHECK(world.gateway.arrived() == 1);
    CHECK(tab->changes > 0);
    const Ledger ledger = world.ledger(*tab);
    if (!CHECK(ledger.entries.size() == 1)) return;
    CHECK(ledger.entries[0].receipt == id.value());
    CHECK(ledger.entries[0].hashes.size() == 3);
    CHECK(ledger.entries[0].hashes[1].hash == sent.receipt.fingerprint);
    CHECK_FALSE(ledger.broken_at);

    world.gateway.is_accepted = true;
    world.pass(kMinute);
    CHECK(the_case(*tab).progress == CaseProgress::Accepted);
    CHECK(the_case(*tab).receipt.delivery.empty());
    CHECK(the_case(*tab).receipt.number == sent.number);
    CHECK(tab->vault.records().size() == 2);  // ledger and receipt: the ciphertext is gone
    CHECK_FALSE(world.timer.next_due());
  }

  TEST_CASE("a refusal says in the authority's words what is wrong, and where") {
    SendingWorld world;
    const auto tab = world.new_tab();
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.gateway.is_rejected = true;
    world.pass(kMinute);
    const Case rejected = the_case(*tab);
    CHECK(rejected.progress == CaseProgress::Rejected);
    if (!CHECK(rejected.steps.size() == 3)) return;
    CHECK(rejected.steps[2].problems.at(0).detail == "Welche Rasse hat der Hund?");
    CHECK(rejected.steps[2].problems.at(0).instance == "data#/dog/breed");
  }

  TEST_CASE("without a network an application waits in the vault, and goes when there is one") {
    SendingWorld world;
    world.gateway.is_offline = true;
    auto tab = world.new_tab();
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.pass(kHour);
    CHECK(the_case(*tab).progress == CaseProgress::Preparing);
    CHECK(the_case(*tab).trouble.trouble == Trouble::NoNetwork);
    CHECK(world.http.requests.size() < 30);
    // Closed and opened again: it is still there.
    tab.reset();
    tab = world.other_tab();
    CHECK(the_case(*tab).progress == CaseProgress::Preparing);
    CHECK(the_case(*tab).trouble.trouble == Trouble::NoNetwork);
    world.gateway.is_offline = false;
    tab->outbox.network_is_back();
    world.pass();
    CHECK(the_case(*tab).progress == CaseProgress::Sent);
    CHECK(world.gateway.arrived() == 1);
  }

  TEST_CASE("what was checked before lets an application be sealed offline, as long as the statement holds") {
    SendingWorld world;
    const auto tab = world.new_tab();
    CHECK(tab->outbox.look_at_recipient(Gateway::kDestination) == nullptr);
    world.pass();
    const RecipientAnswer* known = tab->outbox.look_at_recipient(Gateway::kDestination);
    if (!CHECK((known != nullptr && known->recipient))) return;
    CHECK(known->recipient->thumbprint == authority()["thumbprint"]);
    world.gateway.is_offline = true;
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.pass();
    CHECK(the_case(*tab).progress == CaseProgress::Sending);
    CHECK(the_case(*tab).receipt.ledger_number == 1);
    world.pass(2 * kHour);
    CHECK(tab->outbox.look_at_recipient(Gateway::kDestination) == nullptr);
    CHECK(tab->outbox.send(dog_registration()).ok());
    world.pass();
    CHECK(the_case(*tab).progress == CaseProgress::Preparing);
  }

  TEST_CASE("a recipient that cannot be vouched for gets nothing, and the citizen is told which trouble it is") {
    struct Weakness {
      const char* what;
      Trouble trouble;
      std::function<void(Gateway&)> set;
    };
    const auto statement_of = [](std::function<Json(Gateway&)> payload) {
      return [payload = std::move(payload)](Gateway& gateway) {
        gateway.statement = [payload](Gateway& now) { return now.statement_key.token(payload(now)); };
      };
    };
    const std::vector<Weakness> weaknesses = {
        {"2048 bits", Trouble::KeyRefused, [](Gateway& gateway) { gateway.encryption_key["n"] = protocols::jose::base64url_from_bytes(std::string(256, '\xc5')); }},
        {"another kid", Trouble::KeyRefused, [](Gateway& gateway) { gateway.faults[GatewayCall::Key] = {[&gateway] { Json key = gateway.encryption_key; key["kid"] = "another-key"; return HttpResponse{200, key.dump(), {}}; }, true, -1}; }},
        {"may also decrypt", Trouble::KeyRefused, [](Gateway& gateway) { gateway.encryption_key["key_ops"] = {"wrapKey", "unwrapKey"}; }},
        {"inactive", Trouble::DestinationClosed, [](Gateway& gateway) { gateway.status = "inactive"; }},
        {"another form", Trouble::DestinationClosed, [](Gateway& gateway) { gateway.schema = "https://musterstadt.example/schemas/hund-2.schema.json"; }},
        {"expired", Trouble::StatementExpired, statement_of([](Gateway& gateway) { return gateway.statement_payload(0); })},
        {"from tomorrow", Trouble::StatementExpired, statement_of([](Gateway& gateway) { Json payload = gateway.statement_payload(); payload["iat"] = payload["iat"].get<std::int64_t>() + 86'400; payload["exp"] = payload["exp"].get<std::int64_t>() + 86'400; return payload; })},
        {"for a year", Trouble::StatementRefused, statement_of([](Gateway& gateway) { return gateway.statement_payload(365 * 86'400); })},
        {"of another key", Trouble::StatementRefused, statement_of([](Gateway& gateway) { Json payload = gateway.statement_payload(); payload["jkt"] = "AAAA"; return payload; })},
        {"of another destination", Trouble::StatementRefused, statement_of([](Gateway& gateway) { Json payload = gateway.statement_payload(); payload["destinationId"] = "another"; return payload; })},
        {"of another kind", Trouble::StatementRefused, [](Gateway& gateway) { gateway.statement = [](Gateway& now) { return now.statement_key.token(now.statement_payload(), "JWT"); }; }},
        {"under another kid", Trouble::StatementRefused, [](Gateway& gateway) { gateway.statement = [](Gateway& now) { return now.statement_key.token(now.statement_payload(), "destination-statement+jwt", "another-key"); }; }},
        {"of a key that was revoked", Trouble::KeyRevoked, statement_of([](Gateway& gateway) { Json payload = gateway.statement_payload(); payload["revocation"]["status"] = "revoked"; return payload; })},
        {"that has not looked up whether it was revoked", Trouble::StatementRefused, statement_of([](Gateway& gateway) { Json payload = gateway.statement_payload(); payload.erase("revocation"); return payload; })},
        {"that knows what lists will say", Trouble::StatementRefused, statement_of([](Gateway& gateway) { Json payload = gateway.statement_payload(); payload["revocation"]["listedAt"] = payload["exp"]; return payload; })},
        {"signed by another", Trouble::StatementRefused, [](Gateway& gateway) { gateway.statement = [](Gateway& now) { return StatementKey().token(now.statement_payload()); }; }},
        {"a page instead", Trouble::UnexpectedAnswer, [](Gateway& gateway) { gateway.statement = [](Gateway&) { return "<html>Anmelden"; }; }},
    };
    for (const Weakness& weakness : weaknesses) {
      CAPTURE(weakness.what);
      SendingWorld world;
      const auto tab = world.new_tab();
      weakness.set(world.gateway);
      CHECK(tab->outbox.send(dog_registration()).ok());
      world.pass(kMinute);
      CHECK(trouble_name(the_case(*tab).trouble.trouble) == trouble_name(weakness.trouble));
      CHECK(the_case(*tab).progress == (may_pass(weakness.trouble) ? CaseProgress::Preparing : CaseProgress::Stopped));
      CHECK(world.gateway.submissions.empty());
      CHECK(world.ledger(*tab).entries.empty());
      // Nothing is lost: once it is mended, the same application goes.
      world.gateway.encryption_key = authority()["encryption_key"];
      world.gateway.status = "active";
      world.gateway.schema = Gateway::kSchema;
      world.gateway.faults.clear();
      world.gateway.statement = [](Gateway& now) { return now.statement_key.token(now.statement_payload()); };
      tab->outbox.try_again(the_case(*tab).id);
      world.pass(kMinute);
      CHECK(the_case(*tab).progress == CaseProgress::Sent);
    }
  }

  TEST_CASE("of two tabs one sends; the other says so, and takes over when the first is closed") {
    SendingWorld world;
    auto first = world.new_tab();
    const auto second = world.other_tab();
    CHECK_FALSE(first->outbox.waits_for_turn());
    CHECK(second->outbox.waits_for_turn());
    // Handed over in the tab that may not send: kept, and sent once it is its turn.
    CHECK(second->outbox.send(dog_registration()).ok());
    world.pass(kMinute);
    CHECK(the_case(*second).progress == CaseProgress::Preparing);
    CHECK(world.gateway.submissions.empty());
    first.reset();
    world.pass(kMinute);
    CHECK_FALSE(second->outbox.waits_for_turn());
    CHECK(the_case(*second).progress == CaseProgress::Sent);
    CHECK(world.gateway.arrived() == 1);
  }

  TEST_CASE("a visit that leaves nothing sends too, in every tab by itself") {
    SendingWorld world;
    const auto kept = world.new_tab();
    platform::MemoryRecordStore memory(world.loop);
    vault::VaultPorts ports = world.ports();
    vault::Vault vault({memory, ports.cryptography, ports.random, ports.clock, ports.loop, ports.passphrase_cost});
    CHECK(world.create(vault, {}).ok());
    Outbox outbox({[&vault] { return &vault; }, world.http, world.cryptography, world.clock, world.random, world.locks, world.timer, world.loop}, world.facts(), [] {});
    outbox.open(KeptWhere::ThisVisit);
    CHECK(outbox.send(dog_registration()).ok());
    world.pass();
    if (!CHECK(outbox.cases().size() == 1)) return;
    CHECK(outbox.cases()[0].progress == CaseProgress::Sent);
  }

  TEST_CASE("answers that come after the vault was locked change nothing, and the next opening goes on") {
    for (int moment = 1; moment <= 9; ++moment) {
      CAPTURE(moment);
      SendingWorld world;
      const auto tab = world.new_tab();
      int requests = 0;
      world.gateway.at_request = [&] {
        if (++requests != moment) return;
        tab->outbox.close();
        tab->vault.lock();
      };
      CHECK(tab->outbox.send(dog_registration()).ok());
      world.pass(kMinute);
      // What was being asked about the recipient may end its round; nothing of the application goes any further.
      CHECK(requests <= moment + 2);
      CHECK(tab->outbox.cases().empty());
      CHECK_FALSE(world.timer.next_due());
      CHECK(world.unlock(tab->vault, recovery()).ok());
      tab->outbox.open(KeptWhere::OnDevice);
      world.pass(kHour);
      if (!CHECK(tab->outbox.cases().size() == 1)) return;
      CHECK(the_case(*tab).progress == CaseProgress::Sent);
      CHECK(world.gateway.arrived() == 1);
      CHECK(world.ledger(*tab).entries.size() == 1);
    }
  }

  TEST_CASE("entries of the ledger name one another, and one that is taken away is missed") {
    SendingWorld world;
    const auto tab = world.new_tab();
    for (int i = 0; i < 3; ++i) {
      CHECK(tab->outbox.send(dog_registration()).ok());
      world.clock.set(world.clock.now() + 1);
      world.pass();
    }
    const Ledger ledger = world.ledger(*tab);
    if (!CHECK(ledger.entries.size() == 3)) return;
    CHECK_FALSE(ledger.broken_at);
    CHECK(ledger.entries[2].previous.size() == 64);
    std::vector<vault::RecordId> entries;
    for (const auto& record : tab->vault.records()) {
      if (record.type == vault::RecordType::Ledger) entries.push_back(record.id);
    }
    if (!CHECK(entries.size() == 3)) return;
    CHECK(world.erase(tab->vault, entries[1]).ok());
    CHECK(world.ledger(*tab).broken_at == 2);
    CHECK(world.erase(tab->vault, entries[2]).ok());
    CHECK(world.ledger(*tab).broken_at == 2);
  }

  TEST_CASE("without random numbers nothing is handed over, and the answer says so") {
    SendingWorld world;
    struct NoRandom : platform::SecureRandom {
      Result<std::string> bytes(std::size_t) override { return Error{ErrorKind::NotSupported, "random", "none", NextStep::TryAgain}; }
    } none;
    const vault::VaultPorts ports = world.ports();
    vault::Vault vault({ports.store, ports.cryptography, none, ports.clock, ports.loop, ports.passphrase_cost});
    const auto first = world.new_tab();
    CHECK(world.unlock(vault, recovery()).ok());
    Outbox outbox({[&vault] { return &vault; }, world.http, world.cryptography, world.clock, none, world.locks, world.timer, world.loop}, world.facts(), [] {});
    outbox.open(KeptWhere::OnDevice);
    world.loop.run();
    CHECK_FALSE(outbox.send(dog_registration()).ok());
    world.pass();
    CHECK(outbox.cases().empty());
    CHECK(world.http.requests.empty());
  }
}
