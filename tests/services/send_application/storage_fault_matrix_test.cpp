// Every call to the store on the way of an application with every fault a store can have: what the citizen sees meanwhile, that nothing leaves
// which the ledger does not have, and that it arrives once when the fault is over.
#include <doctest/doctest.h>

#include "services/send_application/faulty_store.h"
#include "services/send_application/gateway_world.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using namespace stadttor::testing;

namespace {

#ifdef STADTTOR_SANITIZED
constexpr int kEvery = 5;
#else
constexpr int kEvery = 1;
#endif

struct FaultyWorld : SendingWorld {
  FaultyStore disk{store, loop};

  vault::VaultPorts ports() {
    vault::VaultPorts ports = SendingWorld::ports();
    return {disk, ports.cryptography, ports.random, ports.clock, ports.loop, ports.passphrase_cost};
  }
  // With its vault open on a sound disk. From here on calls are counted.
  std::unique_ptr<Tab> first_tab() { return opened([this](vault::Vault& vault) { return create(vault, secrets(recovery())); }); }
  std::unique_ptr<Tab> next_tab() { return opened([this](vault::Vault& vault) { return unlock(vault, recovery()); }); }
  template <class Open>
  std::unique_ptr<Tab> opened(Open open) {
    auto tab = std::make_unique<Tab>(*this);
    CHECK(open(tab->vault).ok());
    disk.calls = 0;
    return tab;
  }
  void open(Tab& tab) {
    tab.outbox.open(KeptWhere::OnDevice);
    loop.run();
  }

  // What is really there, read past the faults.
  std::pair<std::vector<Case>, Ledger> kept() {
    const auto tab = other_tab();
    return {tab->outbox.cases(), ledger(*tab)};
  }

  // Handed over, and carried on by a citizen who looks in now and then.
  void go(Tab& tab) {
    CHECK(tab.outbox.send(dog_registration()).ok());
    pass(10'000);
  }
  bool gets_there(Tab& tab) {
    for (int looks = 0; looks < 8; ++looks) {
      pass(std::int64_t{2} * 3'600'000);
      if (tab.outbox.cases().empty()) continue;
      const Case& shown = tab.outbox.cases().at(0);
      if (shown.progress == CaseProgress::Accepted) return true;
      if (shown.progress == CaseProgress::Stopped || shown.progress == CaseProgress::Keeping) tab.outbox.try_again(shown.id);
    }
    return false;
  }

  void is_whole(Tab& tab) {
    CHECK(gets_there(tab));
    CHECK(gateway.arrived() == 1);
    disk.fails_at = 0;
    pass(std::int64_t{3'600'000});
    const auto found = kept();
    if (!CHECK(found.first.size() == 1)) return;
    CHECK(found.first[0].progress == CaseProgress::Accepted);
    CHECK(found.second.entries.size() == 1);
    CHECK_FALSE(found.second.broken_at);
  }
};

// How many calls a journey without faults makes.
int calls_of_a_journey() {
  FaultyWorld world;
  const auto tab = world.first_tab();
  world.gateway.is_accepted = true;
  world.open(*tab);
  world.go(*tab);
  CHECK(world.gets_there(*tab));
  return world.disk.calls;
}

// Calls the citizen with every place a fault may have.
void for_each_cell(const std::function<void(int call, StorageFault fault)>& cell) {
  const int calls = calls_of_a_journey();
  CHECK(calls >= 9);
  int number = 0;
  for (int call = 1; call <= calls; ++call) {
    for (int fault = 0; fault < kStorageFaults; ++fault) {
      if (++number % kEvery != 0) continue;
      CAPTURE(call);
      CAPTURE(fault);
      cell(call, static_cast<StorageFault>(fault));
    }
  }
  MESSAGE(number, " cells");
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("whichever call to the store fails in whichever way, once or three times, an application arrives once, and the ledger has it once") {
    for (const int failures : {1, 3}) {
      CAPTURE(failures);
      for_each_cell([failures](int call, StorageFault fault) {
        FaultyWorld world;
        world.gateway.is_accepted = true;
        const auto tab = world.first_tab();
        world.disk.fail(fault, call, failures);
        world.open(*tab);
        world.go(*tab);
        world.is_whole(*tab);
      });
    }
  }

  TEST_CASE("while the store fails the citizen is told so, and nothing leaves that the ledger does not have") {
    for_each_cell([](int call, StorageFault fault) {
      FaultyWorld world;
      world.gateway.is_accepted = true;
      const auto tab = world.first_tab();
      world.disk.fail(fault, call, -1);
      world.open(*tab);
      world.go(*tab);
      if (!CHECK(tab->outbox.cases().size() == 1)) return;
      const Case shown = tab->outbox.cases().at(0);
      const auto found = world.kept();
      CHECK((shown.trouble.trouble == Trouble::NotKept || shown.progress == CaseProgress::Accepted));
      // Said to be kept: then it is.
      if (shown.progress != CaseProgress::Keeping) CHECK(found.first.size() == 1);
      if (!world.gateway.submissions.empty()) CHECK(found.second.entries.size() == 1);
      CHECK(world.gateway.arrived() <= 1);
      world.disk.fails_at = 0;
      world.is_whole(*tab);
    });
  }

  TEST_CASE("a tab that opens while the store fails shows the application when it can be read again, and carries it on") {
    FaultyWorld before;
    before.gateway.is_offline = true;
    {
      const auto tab = before.first_tab();
      before.open(*tab);
      before.go(*tab);
    }
    const auto records = before.store.records();
    for (int call = 1; call <= 6; ++call) {
      for (const StorageFault fault : {StorageFault::Full, StorageFault::Unreadable}) {
        CAPTURE(call);
        FaultyWorld world;
        world.store.records() = records;
        world.gateway.is_accepted = true;
        const auto tab = world.next_tab();
        world.disk.fail(fault, call, 6);
        world.open(*tab);
        world.is_whole(*tab);
      }
    }
  }

  TEST_CASE("a loss of power at any call takes only what nobody was told was kept, and the rest arrives once") {
    const int calls = calls_of_a_journey();
    for (int call = 1; call <= calls; ++call) {
      for (const std::size_t survivors : {std::size_t{0}, std::size_t{1}}) {
        CAPTURE(call);
        CAPTURE(survivors);
        FaultyWorld world;
        world.gateway.is_accepted = true;
        auto tab = world.first_tab();
        // From this call on nothing reaches the disk.
        world.disk.fail(StorageFault::Unreadable, call, -1);
        world.open(*tab);
        world.go(*tab);
        const bool was_told = tab->outbox.cases().at(0).progress != CaseProgress::Keeping;
        tab.reset();
        world.disk.lose_power(survivors);
        world.disk.fails_at = 0;
        tab = world.next_tab();
        world.open(*tab);
        if (was_told) CHECK(tab->outbox.cases().size() == 1);
        if (!tab->outbox.cases().empty()) world.is_whole(*tab);
        if (tab->outbox.cases().empty()) CHECK(world.gateway.submissions.empty());
      }
    }
  }
}
