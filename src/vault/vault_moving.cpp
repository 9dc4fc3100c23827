// A vault as a whole: under new keys, into another store, into a file and back.
#include "platform/memory_record_store.h"
#include "vault/vault_core.h"
#include "vault/vault_file.h"

namespace stadttor::vault {

using platform::Durability;
using platform::Record;
using platform::RecordBatch;
using platform::RecordStore;

void VaultSteps::reseal(const Shared& core, std::string vault_id, std::vector<SlotSecret> secrets, Callback<Resealed> callback) {
  const auto old = core->open;
  make_vault(core, std::move(vault_id), std::move(secrets), [core, old, callback = std::move(callback)](Result<NewVault> made) {
    if (!made.ok()) return callback(made.error());
    auto result = std::make_shared<Resealed>(Resealed{made.value().vault, {{}, std::move(made.value().writes)}});
    result->vault->manifest.counter = old->manifest.counter + 1;
    result->vault->manifest.records = old->manifest.records;
    auto ids = std::make_shared<std::vector<RecordId>>();
    for (const auto& [id, entry] : old->manifest.records) ids->push_back(id);
    const auto move_one = [core, old, result, ids](std::size_t at, Callback<Done> done) {
      read_content(core, *old, *core->store, (*ids)[at], [core, result, id = (*ids)[at], done](Result<std::string> content) {
        if (!content.ok()) return done(content.error());
        const Secret plain(std::move(content).value());
        const VaultKeys& keys = result->vault->keys;
        seal(core, place_of(keys, id, result->vault->manifest.records.at(id)), keys, plain.reveal<"a record is encrypted under new keys">(),
             [core, result, id, done](Result<std::string> envelope) {
               if (!envelope.ok()) return done(envelope.error());
               name(core, result->vault->keys, id, [result, bytes = envelope.value(), done](Result<std::string> key) {
                 if (!key.ok()) return done(key.error());
                 result->batch.writes.push_back({kRecordStore, key.value(), bytes});
                 done(Done{});
               });
             });
      });
    };
    one_by_one(ids->size(), move_one, [core, result, callback](Outcome outcome) {
      if (!outcome.ok()) return callback(outcome.error());
      seal_manifest(core, result->vault->keys, result->vault->manifest, [result, callback](Result<std::string> stored) {
        if (!stored.ok()) return callback(stored.error());
        result->vault->stored_manifest = stored.value();
        result->batch.writes.push_back({kManifestStore, kManifestKey, stored.value()});
        callback(std::move(*result));
      });
    });
  });
}

namespace {

void write_resealed(const VaultSteps::Shared& core, RecordStore& store, VaultSteps::Resealed resealed, Callback<Done> done) {
  store.write(std::move(resealed.batch), Durability::Strict, [core, &store, vault = resealed.vault, done = std::move(done)](Outcome written) {
    if (!written.ok()) return done(written.error());
    core->store = &store;
    core->open = vault;
    done(Done{});
  });
}

// Everything that is stored, record by record, to be erased: what is under new keys has new names.
void read_stored(const VaultSteps::Shared& core, Callback<std::vector<Record>> callback) {
  auto all = std::make_shared<std::vector<Record>>();
  const auto read_one = [core, all](std::size_t at, Callback<Done> done) {
    core->store->read_all(kVaultStores[at], [all, done](Result<std::vector<Record>> records) {
      if (!records.ok()) return done(records.error());
      all->insert(all->end(), records.value().begin(), records.value().end());
      done(Done{});
    });
  };
  VaultSteps::one_by_one(kVaultStores.size(), read_one, [all, callback = std::move(callback)](Outcome outcome) {
    if (!outcome.ok()) return callback(outcome.error());
    callback(std::move(*all));
  });
}

}  // namespace

void Vault::rotate(std::vector<SlotSecret> secrets, platform::Callback<Done> callback) {
  auto shared = std::make_shared<std::vector<SlotSecret>>(std::move(secrets));
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, shared](Callback<Done> done) {
    if (!core->open) return done(VaultSteps::locked());
    const auto old = core->open;
    read_stored(core, [core, old, shared, done](Result<std::vector<Record>> stored) {
      if (!stored.ok()) return done(stored.error());
      VaultSteps::reseal(core, old->keys.vault_id, std::move(*shared), [core, old, stored = std::move(stored).value(), done](Result<VaultSteps::Resealed> resealed) {
        if (!resealed.ok()) return done(resealed.error());
        std::vector<Record> writes;
        for (const Record& record : stored) writes.push_back({record.store, record.key, std::nullopt});
        RecordBatch& batch = resealed.value().batch;
        batch.writes.insert(batch.writes.begin(), writes.begin(), writes.end());
        batch.conditions.push_back({kManifestStore, kManifestKey, old->stored_manifest});
        write_resealed(core, *core->store, std::move(resealed).value(), done);
      });
    });
  });
}

void Vault::keep_in(RecordStore& store, std::vector<SlotSecret> secrets, platform::Callback<Done> callback) {
  auto shared = std::make_shared<std::vector<SlotSecret>>(std::move(secrets));
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, &store, shared](Callback<Done> done) {
    if (!core->open) return done(VaultSteps::locked());
    auto vault_id = VaultSteps::fresh_bytes(*core, kIdSize);
    if (!vault_id.ok()) return done(vault_id.error());
    VaultSteps::reseal(core, std::move(vault_id).value(), std::move(*shared), [core, &store, done](Result<VaultSteps::Resealed> resealed) {
      if (!resealed.ok()) return done(resealed.error());
      resealed.value().batch.conditions.push_back({kManifestStore, kManifestKey, std::nullopt});
      write_resealed(core, store, std::move(resealed).value(), done);
    });
  });
}

void Vault::export_file(platform::Callback<std::string> callback) {
  VaultSteps::in_turn<std::string>(core_, std::move(callback), [core = core_](Callback<std::string> done) {
    if (!core->open) return done(VaultSteps::locked());
    read_stored(core, [core, done](Result<std::vector<Record>> stored) {
      if (!stored.ok()) return done(stored.error());
      const std::string bytes = bytes_of_file(stored.value());
      core->ports.cryptography.hash(platform::HashKind::Sha256, bytes, [bytes, done](Result<std::string> hash) {
        if (!hash.ok()) return done(hash.error());
        done(bytes + hash.value());
      });
    });
  });
}

namespace {

// A file's vault, opened in memory before anything of it is written.
struct Import {
  explicit Import(platform::EventLoop& loop) : store(loop) {}
  platform::MemoryRecordStore store;
  RecordBatch batch;
  std::shared_ptr<const OpenVault> vault;
};

Error not_of_this_vault() { return {ErrorKind::Tampered, "vault file", "has what its vault does not know", NextStep::None}; }

void read_every_record(const VaultSteps::Shared& core, const std::shared_ptr<Import>& import, Callback<Done> done) {
  auto ids = std::make_shared<std::vector<RecordId>>();
  for (const auto& [id, entry] : import->vault->manifest.records) ids->push_back(id);
  const auto read_one = [core, import, ids](std::size_t at, Callback<Done> read) {
    VaultSteps::read_content(core, *import->vault, import->store, (*ids)[at], [read](Result<std::string> content) {
      if (!content.ok()) return read(content.error());
      const Secret wiped(std::move(content).value());
      read(Done{});
    });
  };
  VaultSteps::one_by_one(ids->size(), read_one, std::move(done));
}

// Ways in that were not opened are held against the vault's list: one that was changed would be found only when it is needed.
void check_every_slot(const VaultSteps::Shared& core, const std::shared_ptr<Import>& import, Callback<Done> done) {
  auto slots = std::make_shared<std::vector<Record>>();
  std::size_t records = 0;
  for (const Record& record : import->batch.writes) {
    if (record.store == kSlotStore) slots->push_back(record);
    if (record.store == kRecordStore) ++records;
  }
  if (records != import->vault->manifest.records.size()) return done(not_of_this_vault());
  const auto check_one = [core, import, slots](std::size_t at, Callback<Done> checked) {
    const Record& record = (*slots)[at];
    const auto slot = split_slot(*record.value);
    if (!slot.ok()) return checked(slot.error());
    core->ports.cryptography.hash(platform::HashKind::Sha256, std::string(slot.value().bytes),
                                  [import, id = record.key, stored = std::string(slot.value().hash), checked](Result<std::string> hash) {
                                    if (!hash.ok()) return checked(hash.error());
                                    const auto known = import->vault->manifest.slots.find(id);
                                    const bool is_known = known != import->vault->manifest.slots.end() && known->second == hash.value();
                                    checked(is_known && stored == hash.value() ? Outcome(Done{}) : Outcome(not_of_this_vault()));
                                  });
  };
  VaultSteps::one_by_one(slots->size(), check_one, std::move(done));
}

void write_import(const VaultSteps::Shared& core, const std::shared_ptr<Import>& import, Callback<Done> done) {
  core->store->write(import->batch, Durability::Strict, [core, import, done = std::move(done)](Outcome written) {
    if (!written.ok()) return done(written.error());
    core->open = import->vault;
    core->last_use = core->ports.clock.now();
    done(Done{});
  });
}

void import_verified(const VaultSteps::Shared& core, const std::shared_ptr<Import>& import, std::shared_ptr<const SlotSecret> secret, Callback<Done> done) {
  VaultSteps::unlock_in(core, import->store, std::move(secret), [core, import, done = std::move(done)](Result<OpenVault> vault) {
    if (!vault.ok()) return done(vault.error());
    import->vault = std::make_shared<const OpenVault>(std::move(vault).value());
    read_every_record(core, import, [core, import, done](Outcome outcome) {
      if (!outcome.ok()) return done(outcome.error());
      check_every_slot(core, import, [core, import, done](Outcome checked) {
        if (!checked.ok()) return done(checked.error());
        write_import(core, import, done);
      });
    });
  });
}

}  // namespace

void Vault::import_file(std::string file, SlotSecret secret, platform::Callback<Done> callback) {
  auto shared = std::make_shared<const SlotSecret>(std::move(secret));
  auto bytes = std::make_shared<const std::string>(std::move(file));
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, bytes, shared](Callback<Done> done) {
    const auto parts = split_file(*bytes);
    if (!parts.ok()) return done(parts.error());
    core->ports.cryptography.hash(platform::HashKind::Sha256, std::string(parts.value().bytes), [core, bytes, shared, done](Result<std::string> hash) {
      if (!hash.ok()) return done(hash.error());
      const FileParts file_parts = split_file(*bytes).value();
      if (hash.value() != file_parts.hash) return done(Error{ErrorKind::MalformedData, "vault file", "is damaged", NextStep::TryAgain});
      auto records = parse_file(file_parts.bytes);
      if (!records.ok()) return done(records.error());
      auto import = std::make_shared<Import>(core->ports.loop);
      for (const Record& record : records.value()) import->store.records()[{record.store, record.key}] = *record.value;
      import->batch = {{{kManifestStore, kManifestKey, std::nullopt}}, std::move(records).value()};
      import_verified(core, import, shared, done);
    });
  });
}

}  // namespace stadttor::vault
