// A store that fails at its n-th call, for every n: the citizen is told, and what was acknowledged before is still there.
#include "support/vault_workshop.h"

using namespace stadttor;
using namespace stadttor::vault;
using namespace stadttor::testing;
using platform::Callback;
using platform::Durability;
using platform::Record;

namespace {

class FailingStore : public platform::RecordStore {
 public:
  FailingStore(platform::RecordStore& store, platform::EventLoop& loop) : store_(store), loop_(loop) {}
  int fails_at = 0;  // 0: never
  int calls = 0;

  void write(platform::RecordBatch batch, Durability durability, Callback<Done> callback) override {
    if (!fails(callback)) store_.write(std::move(batch), durability, std::move(callback));
  }
  void read(std::string store, std::string key, Callback<std::optional<std::string>> callback) override {
    if (!fails(callback)) store_.read(std::move(store), std::move(key), std::move(callback));
  }
  void read_all(std::string store, Callback<std::vector<Record>> callback) override {
    if (!fails(callback)) store_.read_all(std::move(store), std::move(callback));
  }
  void erase_everything(Callback<Done> callback) override {
    if (!fails(callback)) store_.erase_everything(std::move(callback));
  }
  void ask_to_persist(platform::Callback<bool> callback) override { store_.ask_to_persist(std::move(callback)); }

 private:
  template <class Value>
  bool fails(const Callback<Value>& callback) {
    if (++calls != fails_at) return false;
    loop_.post([callback] { callback(Error{ErrorKind::StorageFull, "records", "no room", NextStep::TryAgain}); });
    return true;
  }

  platform::RecordStore& store_;
  platform::EventLoop& loop_;
};

// A visit that writes, changes its ways in and rotates. Ends with the first failure; `acknowledged` is what was said to be kept.
struct Visit {
  VaultWorkshop shop;
  FailingStore store{shop.store, shop.loop};
  Vault vault{VaultPorts{store, shop.cryptography, shop.random, shop.clock, shop.loop, kTestCost}};
  RecordId id;
  bool is_made = false;
  std::string acknowledged;

  Outcome go() {
    TRY(shop.create(vault, secrets(recovery('a'))));
    is_made = true;
    id = shop.fresh_id(vault);
    for (const char* content : {"first", "second"}) {
      TRY(shop.keep(vault, id, content));
      acknowledged = content;
    }
    TRY(shop.answer<Done>([&](auto callback) { vault.change_slots(recovery('a'), secrets(recovery('b')), {}, callback); }));
    TRY(shop.answer<Done>([&](auto callback) { vault.rotate(secrets(recovery('a'), recovery('c')), callback); }));
    return shop.keep(vault, id, "third");
  }
};

}  // namespace

TEST_SUITE("vault") {
  TEST_CASE("whichever call to the store fails, the failure is told and nothing acknowledged is lost") {
    int failures = 0;
    for (int at = 1; at < 200; ++at) {
      Visit visit;
      visit.store.fails_at = at;
      const Outcome outcome = visit.go();
      if (outcome.ok()) break;
      ++failures;
      CHECK(outcome.error().kind == ErrorKind::StorageFull);
      visit.store.fails_at = 0;
      if (!visit.is_made) {
        CHECK(visit.shop.store.records().empty());
        continue;
      }
      // The same tab goes on, and the next one opens what is there.
      if (!visit.acknowledged.empty()) CHECK(visit.shop.content(visit.vault, visit.id).ok());
      Vault next(visit.shop.ports());
      CHECK(visit.shop.unlock(next, recovery('a')).ok());
      if (visit.acknowledged.empty()) continue;
      const auto content = visit.shop.content(next, visit.id);
      if (CHECK(content.ok())) CHECK(content.value() == visit.acknowledged);
    }
    CHECK(failures > 8);
  }

  TEST_CASE("a wipe that is interrupted leaves nothing that could be opened") {
    for (int at = 1; at <= 3; ++at) {
      Visit visit;
      CHECK(visit.go().ok());
      visit.store.calls = 0;
      visit.store.fails_at = at;
      const Outcome outcome = visit.shop.answer<Done>([&](auto callback) { visit.vault.wipe(callback); });
      // Only the last call is the one that has to work.
      CHECK(outcome.ok() == (at < 3));
      Vault next(visit.shop.ports());
      CHECK(error_of(visit.shop.unlock(next, recovery('a'))) == ErrorKind::NotFound);
    }
  }
}
