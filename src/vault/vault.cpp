#include "vault/vault.h"

#include "vault/vault_core.h"

namespace stadttor::vault {

void VaultSteps::next(const Shared& core) {
  if (core->is_busy || core->waiting.empty()) return;
  core->is_busy = true;
  // Posted, so that no answer comes inside the call that asked.
  core->ports.loop.post([core, operation = std::move(core->waiting.front())] {
    if (!core->is_gone) operation();
  });
  core->waiting.pop_front();
}

void VaultSteps::one_by_one(std::size_t count, std::function<void(std::size_t, Callback<Done>)> step, Callback<Done> done, std::size_t at) {
  if (at == count) return done(Done{});
  step(at, [count, step, done, at](Outcome outcome) {
    if (!outcome.ok()) return done(outcome.error());
    one_by_one(count, step, done, at + 1);
  });
}

Error VaultSteps::locked() { return {ErrorKind::NotSupported, "vault", "is locked", NextStep::TryAgain}; }

Result<std::string> VaultSteps::fresh_bytes(Core& core, std::size_t size) {
  TRY_ASSIGN(std::string bytes, core.ports.random.bytes(size));
  // A generator that has died gives too little, or the same byte for ever.
  if (bytes.size() != size || bytes.find_first_not_of(bytes.front()) == std::string::npos) {
    return Error{ErrorKind::NotSupported, "vault", "the device gives no random numbers", NextStep::None};
  }
  return bytes;
}

Vault::Vault(VaultPorts ports) : core_(std::make_shared<Core>(ports)) {}

Vault::~Vault() {
  core_->is_gone = true;
  core_->open.reset();
  core_->waiting.clear();
}

void Vault::lock() { core_->open.reset(); }

void Vault::lock_if_unused_for(std::int64_t milliseconds) {
  if (is_open() && core_->ports.clock.now() - core_->last_use >= milliseconds) lock();
}

void Vault::set_passphrase_cost(const platform::Argon2Cost& cost) { core_->ports.passphrase_cost = cost; }

bool Vault::is_open() const { return core_->open != nullptr; }

std::vector<RecordSummary> Vault::records() const {
  std::vector<RecordSummary> summaries;
  if (!is_open()) return summaries;
  for (const auto& [id, entry] : core_->open->manifest.records) summaries.push_back({id, entry.type, entry.version, entry.schema});
  return summaries;
}

Result<RecordId> Vault::make_id() {
  TRY_ASSIGN(std::string bytes, VaultSteps::fresh_bytes(*core_, kIdSize));
  return RecordId{std::move(bytes)};
}

void Vault::find_slots(platform::Callback<std::vector<SlotSummary>> callback) {
  VaultSteps::in_turn<std::vector<SlotSummary>>(core_, std::move(callback), [core = core_](Callback<std::vector<SlotSummary>> done) {
    core->store->read_all(kSlotStore, [done](Result<std::vector<platform::Record>> stored) {
      if (!stored.ok()) return done(stored.error());
      std::vector<SlotSummary> summaries;
      for (const platform::Record& record : stored.value()) {
        const auto split = split_slot(*record.value);
        const auto slot = split.ok() ? parse_slot(split.value().bytes) : Result<KeySlot>(split.error());
        // A damaged slot is still a sign of a vault; opening it says what is wrong.
        summaries.push_back(slot.ok() ? SlotSummary{slot.value().id, slot.value().kind, slot.value().credential, slot.value().salt} : SlotSummary{record.key, SlotKind::Passphrase, {}});
      }
      done(std::move(summaries));
    });
  });
}

void Vault::wipe(platform::Callback<Done> callback) {
  lock();
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_](Callback<Done> done) {
    core->open.reset();
    core->store->read_all(kSlotStore, [core, done](Result<std::vector<platform::Record>> slots) {
      platform::RecordBatch batch;
      batch.writes.push_back({kManifestStore, kManifestKey, std::nullopt});
      if (slots.ok()) {
        for (const platform::Record& slot : slots.value()) batch.writes.push_back({kSlotStore, slot.key, std::nullopt});
      }
      // Whether or not that worked: the whole store goes.
      core->store->write(std::move(batch), platform::Durability::Strict, [core, done](const Outcome&) { core->store->erase_everything(done); });
    });
  });
}

}  // namespace stadttor::vault
