#include "vault/vault.h"

#include "support/vault_workshop.h"

using namespace stadttor;
using namespace stadttor::vault;
using namespace stadttor::testing;
using platform::Durability;

namespace {

bool holds(const Result<std::string>& content, const char* text) { return content.ok() && content.value() == text; }

// Whether `text` can be found anywhere in the store.
bool is_readable(VaultWorkshop& shop, const std::string& text) {
  for (const auto& [place, value] : shop.store.records()) {
    if ((place.first + place.second + value).find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_SUITE("vault") {
  TEST_CASE("what is kept is there in the next visit, for whoever knows the passphrase") {
    VaultWorkshop shop;
    RecordId id;
    {
      Vault vault(shop.ports());
      CHECK(shop.create(vault, secrets(passphrase("fünf Wörter reichen gut aus"))).ok());
      id = shop.fresh_id(vault);
      CHECK(shop.keep(vault, id, "Erika Mustermann, Heidestraße 17").ok());
      CHECK(shop.keep(vault, id, "Erika Mustermann, Heidestraße 19").ok());
    }
    CHECK_FALSE(is_readable(shop, "Mustermann"));
    CHECK_FALSE(is_readable(shop, id.bytes));

    Vault vault(shop.ports());
    CHECK(error_of(shop.content(vault, id)) == ErrorKind::NotSupported);
    CHECK(error_of(shop.unlock(vault, passphrase("geraten"))) == ErrorKind::WrongSecret);
    CHECK(shop.unlock(vault, passphrase("fünf Wörter reichen gut aus")).ok());
    CHECK(holds(shop.content(vault, id), "Erika Mustermann, Heidestraße 19"));
    if (!CHECK(vault.records().size() == 1)) return;
    CHECK(vault.records()[0].version == 2);
    CHECK(vault.records()[0].type == RecordType::Draft);
  }

  TEST_CASE("passphrase, recovery sheet and passkey open the same vault; a passkey that gives zeros opens nothing") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(passphrase("passphrase"), recovery(), passkey())).ok());
    const RecordId id = shop.fresh_id(vault);
    CHECK(shop.keep(vault, id, "kept").ok());
    for (int way = 0; way < 3; ++way) {
      vault.lock();
      CHECK_FALSE(vault.is_open());
      CHECK(shop.unlock(vault, way == 0 ? passphrase("passphrase") : way == 1 ? recovery() : passkey()).ok());
      CHECK(holds(shop.content(vault, id), "kept"));
    }
    CHECK(error_of(shop.unlock(vault, recovery('x'))) == ErrorKind::WrongSecret);
    CHECK(error_of(shop.unlock(vault, passkey('\0'))) == ErrorKind::WrongSecret);
    CHECK(error_of(shop.unlock(vault, passphrase(""))) == ErrorKind::WrongSecret);

    const auto slots = shop.answer<std::vector<SlotSummary>>([&](auto callback) { vault.find_slots(callback); });
    if (CHECK(slots.ok())) CHECK(slots.value().size() == 3);
  }

  TEST_CASE("a visit in memory leaves nothing, and is kept on the device when the citizen wishes") {
    VaultWorkshop shop;
    platform::MemoryRecordStore device(shop.loop);
    Vault vault(shop.ports());
    CHECK(shop.create(vault, {}).ok());
    const RecordId id = shop.fresh_id(vault);
    CHECK(shop.keep(vault, id, "typed so far").ok());
    CHECK(device.records().empty());

    CHECK(shop.answer<Done>([&](auto callback) { vault.keep_in(device, secrets(passphrase("passphrase")), callback); }).ok());
    CHECK(holds(shop.content(vault, id), "typed so far"));
    CHECK(shop.keep(vault, id, "and more").ok());

    VaultPorts ports = shop.ports();
    Vault next({device, ports.cryptography, ports.random, ports.clock, ports.loop, kTestCost});
    CHECK(shop.unlock(next, passphrase("passphrase")).ok());
    CHECK(holds(shop.content(next, id), "and more"));
    CHECK(error_of(shop.answer<Done>([&](auto callback) { next.keep_in(device, secrets(recovery()), callback); })) == ErrorKind::ChangedElsewhere);
  }

  TEST_CASE("several records are kept together or not at all, and erased ones are gone") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(recovery())).ok());
    const RecordId draft = shop.fresh_id(vault);
    const RecordId ledger = shop.fresh_id(vault);
    VaultChanges both;
    both.kept.push_back({draft, RecordType::Outbox, 3, Personal<std::string>("sealed")});
    both.kept.push_back({ledger, RecordType::Ledger, 1, Personal<std::string>("entry")});
    CHECK(shop.answer<Done>([&](auto callback) { vault.change(both, Durability::Strict, callback); }).ok());
    CHECK(holds(shop.content(vault, draft), "sealed"));
    CHECK(holds(shop.content(vault, ledger), "entry"));
    const std::size_t stored = shop.store.records().size();

    CHECK(shop.erase(vault, draft).ok());
    CHECK(error_of(shop.content(vault, draft)) == ErrorKind::NotFound);
    CHECK(shop.store.records().size() == stored - 1);
    CHECK(vault.records().size() == 1);
  }

  TEST_CASE("two tabs write beside each other; one that would overwrite what it has not seen is told") {
    VaultWorkshop shop;
    Vault here(shop.ports());
    CHECK(shop.create(here, secrets(recovery())).ok());
    const RecordId shared = shop.fresh_id(here);
    CHECK(shop.keep(here, shared, "first").ok());
    Vault there(shop.ports());
    CHECK(shop.unlock(there, recovery()).ok());

    const RecordId mine = shop.fresh_id(here);
    const RecordId yours = shop.fresh_id(there);
    CHECK(shop.keep(here, mine, "mine").ok());
    CHECK(shop.keep(there, yours, "yours").ok());
    CHECK(holds(shop.content(there, mine), "mine"));

    CHECK(shop.keep(here, shared, "second").ok());
    CHECK(error_of(shop.keep(there, shared, "third")) == ErrorKind::ChangedElsewhere);
    CHECK(holds(shop.content(there, shared), "second"));
    CHECK(shop.keep(there, shared, "third").ok());
  }

  TEST_CASE("what was made from an older version does not replace a newer one, even in a tab that has seen it pass by") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(recovery())).ok());
    const RecordId id = shop.fresh_id(vault);
    const auto keep_from = [&](std::uint64_t version, const char* content) {
      VaultChanges changes;
      changes.kept.push_back({id, RecordType::Outbox, 1, Personal<std::string>(content), version});
      return shop.answer<Done>([&](auto callback) { vault.change(changes, Durability::Strict, callback); });
    };
    CHECK(keep_from(0, "ready").ok());
    CHECK(error_of(keep_from(0, "ready again")) == ErrorKind::ChangedElsewhere);
    CHECK(keep_from(1, "announced").ok());
    CHECK(error_of(keep_from(1, "announced elsewhere")) == ErrorKind::ChangedElsewhere);
    CHECK(holds(shop.content(vault, id), "announced"));
  }

  TEST_CASE("a passphrase is changed without touching the records, and the old one opens nothing") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(passphrase("old"), recovery())).ok());
    const RecordId id = shop.fresh_id(vault);
    CHECK(shop.keep(vault, id, "kept").ok());
    const auto before = shop.store.records();
    const auto slots = shop.answer<std::vector<SlotSummary>>([&](auto callback) { vault.find_slots(callback); });
    if (!CHECK(slots.ok())) return;
    std::string old_slot;
    for (const SlotSummary& slot : slots.value()) old_slot = slot.kind == SlotKind::Passphrase ? slot.id : old_slot;

    CHECK(error_of(shop.answer<Done>([&](auto callback) {
            vault.change_slots(passphrase("guessed"), secrets(passphrase("new")), {old_slot}, callback);
          })) == ErrorKind::WrongSecret);
    CHECK(shop.answer<Done>([&](auto callback) { vault.change_slots(passphrase("old"), secrets(passphrase("new")), {old_slot}, callback); }).ok());
    vault.lock();
    CHECK(error_of(shop.unlock(vault, passphrase("old"))) == ErrorKind::WrongSecret);
    CHECK(shop.unlock(vault, passphrase("new")).ok());
    CHECK(holds(shop.content(vault, id), "kept"));

    // The old way in, put back by somebody who has a copy of it.
    shop.store.records()[{"vault/slots", old_slot}] = before.at({"vault/slots", old_slot});
    vault.lock();
    CHECK(error_of(shop.unlock(vault, passphrase("old"))) == ErrorKind::Tampered);
  }

  TEST_CASE("the last way in cannot be taken away") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(recovery())).ok());
    const auto slots = shop.answer<std::vector<SlotSummary>>([&](auto callback) { vault.find_slots(callback); });
    if (!CHECK(slots.ok())) return;
    CHECK_FALSE(shop.answer<Done>([&](auto callback) { vault.change_slots(recovery(), {}, {slots.value()[0].id}, callback); }).ok());
    vault.lock();
    CHECK(shop.unlock(vault, recovery()).ok());
  }

  TEST_CASE("after a rotation everything is under new keys, names and ways in, and nothing of the old is left") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(recovery('a'))).ok());
    const RecordId id = shop.fresh_id(vault);
    CHECK(shop.keep(vault, id, "kept").ok());
    const auto before = shop.store.records();

    CHECK(shop.answer<Done>([&](auto callback) { vault.rotate(secrets(recovery('b')), callback); }).ok());
    CHECK(shop.store.records().size() == before.size());
    for (const auto& record : before) {
      const auto now = shop.store.records().find(record.first);
      if (now == shop.store.records().end()) continue;
      CHECK(record.first.first == "vault/manifest");
      CHECK(now->second != record.second);
    }
    CHECK(holds(shop.content(vault, id), "kept"));
    vault.lock();
    CHECK(error_of(shop.unlock(vault, recovery('a'))) == ErrorKind::WrongSecret);
    CHECK(shop.unlock(vault, recovery('b')).ok());
    CHECK(holds(shop.content(vault, id), "kept"));
  }

  TEST_CASE("an exported vault opens on another device, without the passkey of this one") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(passphrase("passphrase"), passkey())).ok());
    const RecordId id = shop.fresh_id(vault);
    CHECK(shop.keep(vault, id, "kept").ok());
    const auto file = shop.answer<std::string>([&](auto callback) { vault.export_file(callback); });
    if (!CHECK(file.ok())) return;
    CHECK(file.value().find("kept") == std::string::npos);
    CHECK(file.value().find("credential") == std::string::npos);

    VaultWorkshop elsewhere;
    Vault other(elsewhere.ports());
    const auto imported = [&](const std::string& bytes, const char* words) {
      return elsewhere.answer<Done>([&](auto callback) { other.import_file(bytes, passphrase(words), callback); });
    };
    CHECK(error_of(imported(file.value(), "guessed")) == ErrorKind::WrongSecret);
    CHECK(error_of(imported(file.value().substr(1), "passphrase")) == ErrorKind::MalformedData);
    CHECK(error_of(imported(file.value().substr(0, file.value().size() - 1), "passphrase")) == ErrorKind::MalformedData);
    CHECK(elsewhere.store.records().empty());
    CHECK(imported(file.value(), "passphrase").ok());
    CHECK(holds(elsewhere.content(other, id), "kept"));
    CHECK(error_of(imported(file.value(), "passphrase")) == ErrorKind::ChangedElsewhere);
  }

  TEST_CASE("a wiped vault is gone, and a new one can be made") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(recovery())).ok());
    CHECK(shop.keep(vault, shop.fresh_id(vault), "kept").ok());
    CHECK(shop.answer<Done>([&](auto callback) { vault.wipe(callback); }).ok());
    CHECK(shop.store.records().empty());
    CHECK_FALSE(vault.is_open());
    CHECK(error_of(shop.unlock(vault, recovery())) == ErrorKind::NotFound);
    CHECK(shop.create(vault, secrets(recovery())).ok());
  }

  TEST_CASE("an unused vault is locked when its time is over") {
    VaultWorkshop shop;
    Vault vault(shop.ports());
    CHECK(shop.create(vault, secrets(recovery())).ok());
    shop.clock.set(usual_morning() + 299'000);
    vault.lock_if_unused_for(300'000);
    CHECK(vault.is_open());
    CHECK(shop.keep(vault, shop.fresh_id(vault), "still here").ok());
    shop.clock.set(usual_morning() + 500'000);
    vault.lock_if_unused_for(300'000);
    CHECK(vault.is_open());
    shop.clock.set(usual_morning() + 599'000);
    vault.lock_if_unused_for(300'000);
    CHECK_FALSE(vault.is_open());
  }

  TEST_CASE("without random numbers nothing is made") {
    class DeadRandom : public platform::SecureRandom {
     public:
      Result<std::string> bytes(std::size_t size) override { return std::string(size, '\0'); }
    };
    VaultWorkshop shop;
    DeadRandom random;
    Vault vault({shop.store, shop.cryptography, random, shop.clock, shop.loop, kTestCost});
    CHECK(error_of(shop.create(vault, secrets(recovery()))) == ErrorKind::NotSupported);
    CHECK(shop.store.records().empty());
  }

  TEST_CASE("a vault that has gone answers nobody") {
    VaultWorkshop shop;
    int answers = 0;
    {
      Vault vault(shop.ports());
      vault.create(secrets(recovery()), [&answers](const Outcome&) { ++answers; });
    }
    shop.loop.run();
    CHECK(answers == 0);
  }
}
