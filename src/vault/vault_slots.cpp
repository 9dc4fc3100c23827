// Ways into a vault: made, opened, changed.
#include "vault/vault_core.h"

namespace stadttor::vault {

using platform::Durability;
using platform::Record;
using platform::RecordBatch;

namespace {

// Writes a new vault, or a new state of its slots, and takes it over once it is on the disk.
void write_and_open(const VaultSteps::Shared& core, std::shared_ptr<OpenVault> vault, std::shared_ptr<RecordBatch> batch, Callback<Done> done) {
  ++vault->manifest.counter;
  VaultSteps::seal_manifest(core, vault->keys, vault->manifest, [core, vault, batch, done = std::move(done)](Result<std::string> stored) {
    if (!stored.ok()) return done(stored.error());
    vault->stored_manifest = stored.value();
    batch->writes.push_back({kManifestStore, kManifestKey, stored.value()});
    core->store->write(*batch, Durability::Strict, [core, vault, done](Outcome written) {
      if (!written.ok()) return done(written.error());
      core->open = vault;
      core->last_use = core->ports.clock.now();
      done(Done{});
    });
  });
}

}  // namespace

void Vault::create(std::vector<SlotSecret> secrets, platform::Callback<Done> callback) {
  auto shared = std::make_shared<std::vector<SlotSecret>>(std::move(secrets));
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, shared](Callback<Done> done) {
    auto vault_id = VaultSteps::fresh_bytes(*core, kIdSize);
    if (!vault_id.ok()) return done(vault_id.error());
    VaultSteps::make_vault(core, std::move(vault_id).value(), std::move(*shared), [core, done](Result<VaultSteps::NewVault> made) {
      if (!made.ok()) return done(made.error());
      // Another tab may have made one a moment ago.
      auto batch = std::make_shared<RecordBatch>(RecordBatch{{{kManifestStore, kManifestKey, std::nullopt}}, std::move(made.value().writes)});
      write_and_open(core, made.value().vault, batch, done);
    });
  });
}

void Vault::unlock(SlotSecret secret, platform::Callback<Done> callback) {
  auto shared = std::make_shared<const SlotSecret>(std::move(secret));
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, shared](Callback<Done> done) {
    VaultSteps::unlock_in(core, *core->store, shared, [core, done](Result<OpenVault> vault) {
      if (!vault.ok()) return done(vault.error());
      core->open = std::make_shared<const OpenVault>(std::move(vault).value());
      core->last_use = core->ports.clock.now();
      done(Done{});
    });
  });
}

void Vault::try_way_in(SlotSecret secret, platform::Callback<Done> callback) {
  auto shared = std::make_shared<const SlotSecret>(std::move(secret));
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, shared](Callback<Done> done) {
    VaultSteps::open_root(core, *core->store, shared, platform::KeyExport::Never, [done](Result<VaultSteps::Opened> opened) {
      done(opened.ok() ? Outcome(Done{}) : Outcome(opened.error()));
    });
  });
}

void Vault::change_slots(SlotSecret existing, std::vector<SlotSecret> added, std::vector<std::string> removed, platform::Callback<Done> callback) {
  auto secret = std::make_shared<const SlotSecret>(std::move(existing));
  auto secrets = std::make_shared<const std::vector<SlotSecret>>(std::move(added));
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, secret, secrets, removed = std::move(removed)](Callback<Done> done) {
    if (!core->open) return done(VaultSteps::locked());
    const auto vault = core->open;
    VaultSteps::open_root(core, *core->store, secret, platform::KeyExport::Wrapped, [core, vault, secrets, removed, done](Result<VaultSteps::Opened> opened) {
      if (!opened.ok()) return done(opened.error());
      if (opened.value().slot.key_id != vault->keys.key_id) {
        return done(Error{ErrorKind::Tampered, "vault", "this way in is no longer one", NextStep::None});
      }
      VaultSteps::write_slots(core, opened.value().root, vault->keys.vault_id, vault->keys.key_id, secrets,
                              [core, vault, removed, done](Result<VaultSteps::NewSlots> slots) {
                                if (!slots.ok()) return done(slots.error());
                                auto changed = std::make_shared<OpenVault>(*vault);
                                auto batch = std::make_shared<RecordBatch>(RecordBatch{{{kManifestStore, kManifestKey, vault->stored_manifest}}, std::move(slots.value().writes)});
                                changed->manifest.slots.insert(slots.value().hashes.begin(), slots.value().hashes.end());
                                for (const std::string& id : removed) {
                                  changed->manifest.slots.erase(id);
                                  batch->writes.push_back({kSlotStore, id, std::nullopt});
                                }
                                // A vault without a way in would be lost with the visit.
                                if (changed->manifest.slots.empty()) {
                                  return done(Error{ErrorKind::NotSupported, "vault", "the last way in stays", NextStep::CorrectInput});
                                }
                                write_and_open(core, changed, batch, done);
                              });
    });
  });
}

}  // namespace stadttor::vault
