// Records of a vault: sealed, opened, read, and changed together with the vault's own list.
#include "vault/byte_fields.h"
#include "vault/vault_core.h"

namespace stadttor::vault {

using platform::Durability;
using platform::Record;
using platform::RecordBatch;

namespace {

constexpr std::size_t kCounterSize = 8;
constexpr int kAttempts = 3;

Error not_there() { return {ErrorKind::NotFound, "vault", "no such record", NextStep::None}; }
Error taken_away() { return {ErrorKind::Tampered, "vault", "something that was kept is not there any more", NextStep::None}; }

// One call of change(), through as many attempts as it takes.
struct Change {
  VaultChanges wanted;
  Durability durability = Durability::Relaxed;
  std::shared_ptr<const OpenVault> base;  // what the first attempt began with
  int attempt = 0;
  Manifest manifest;
  RecordBatch batch;
};

bool is_same(const Manifest& a, const Manifest& b, const RecordId& id) {
  const auto in_a = a.records.find(id);
  const auto in_b = b.records.find(id);
  if (in_a == a.records.end() || in_b == b.records.end()) return (in_a == a.records.end()) == (in_b == b.records.end());
  return in_a->second.version == in_b->second.version;
}

bool is_made_from_older(const VaultChanges& changes, const Manifest& now) {
  for (const RecordToKeep& record : changes.kept) {
    const auto found = now.records.find(record.id);
    const std::uint64_t version = found == now.records.end() ? 0 : found->second.version;
    if (record.made_from && *record.made_from != version) return true;
  }
  return false;
}

bool touches_what_changed(const VaultChanges& changes, const Manifest& before, const Manifest& after) {
  for (const RecordToKeep& record : changes.kept) {
    if (!is_same(before, after, record.id)) return true;
  }
  for (const RecordId& id : changes.erased) {
    if (!is_same(before, after, id)) return true;
  }
  return false;
}

}  // namespace

RecordPlace VaultSteps::place_of(const VaultKeys& keys, const RecordId& id, const ManifestEntry& entry) {
  return {keys.vault_id, keys.key_id, entry.type, id, entry.version, entry.schema};
}

RecordPlace VaultSteps::place_of_manifest(const VaultKeys& keys, std::uint64_t counter) {
  return {keys.vault_id, keys.key_id, RecordType::Manifest, {std::string(kIdSize, '\0')}, counter, 1};
}

void VaultSteps::seal(const Shared& core, const RecordPlace& place, const VaultKeys& keys, std::string_view content, Callback<std::string> callback) {
  core->ports.cryptography.seal(keys.wrapping, context_of(place), padded(content, place.type),
                                [place, callback = std::move(callback)](Result<platform::SealedMessage> sealed) {
                                  if (!sealed.ok()) return callback(sealed.error());
                                  callback(envelope_from(place, sealed.value()));
                                });
}

void VaultSteps::open(const Shared& core, const RecordPlace& place, const VaultKeys& keys, std::string_view envelope, Callback<std::string> callback) {
  auto message = parse_envelope(envelope, place);
  if (!message.ok()) return callback(message.error());
  core->ports.cryptography.open(keys.wrapping, context_of(place), std::move(message).value(), [callback = std::move(callback)](Result<std::string> bytes) {
    if (!bytes.ok()) return callback(bytes.error());
    callback(parse_padded(bytes.value()));
  });
}

void VaultSteps::name(const Shared& core, const VaultKeys& keys, const RecordId& id, Callback<std::string> callback) {
  core->ports.cryptography.authenticate(keys.names, FieldWriter().field(kRecordStore).field(id.bytes).take(), std::move(callback));
}

void VaultSteps::read_content(const Shared& core, const OpenVault& vault, platform::RecordStore& store, const RecordId& id, Callback<std::string> callback) {
  const auto found = vault.manifest.records.find(id);
  if (found == vault.manifest.records.end()) return callback(not_there());
  auto keys = std::make_shared<VaultKeys>(vault.keys);
  const RecordPlace place = place_of(vault.keys, id, found->second);
  name(core, vault.keys, id, [core, &store, keys, place, callback = std::move(callback)](Result<std::string> key) {
    if (!key.ok()) return callback(key.error());
    store.read(kRecordStore, key.value(), [core, keys, place, callback](Result<std::optional<std::string>> stored) {
      if (!stored.ok()) return callback(stored.error());
      if (!stored.value()) return callback(taken_away());
      open(core, place, *keys, *stored.value(), callback);
    });
  });
}

void VaultSteps::seal_manifest(const Shared& core, const VaultKeys& keys, const Manifest& manifest, Callback<std::string> callback) {
  seal(core, place_of_manifest(keys, manifest.counter), keys, bytes_from_manifest(manifest),
       [counter = manifest.counter, callback = std::move(callback)](Result<std::string> envelope) {
         if (!envelope.ok()) return callback(envelope.error());
         callback(FieldWriter().number(counter, kCounterSize).bytes(envelope.value()).take());
       });
}

void VaultSteps::load_manifest(const Shared& core, platform::RecordStore& store, VaultKeys keys, Callback<OpenVault> callback) {
  auto shared = std::make_shared<VaultKeys>(std::move(keys));
  store.read(kManifestStore, kManifestKey, [core, shared, callback = std::move(callback)](Result<std::optional<std::string>> stored) {
    if (!stored.ok()) return callback(stored.error());
    if (!stored.value()) return callback(taken_away());
    FieldReader reader(*stored.value());
    const std::uint64_t counter = reader.number(kCounterSize);
    open(core, place_of_manifest(*shared, counter), *shared, reader.rest(),
         [shared, counter, bytes = *stored.value(), callback](Result<std::string> content) {
           if (!content.ok()) return callback(content.error());
           auto manifest = parse_manifest(content.value(), counter);
           if (!manifest.ok()) return callback(manifest.error());
           callback(OpenVault{*shared, std::move(manifest).value(), bytes});
         });
  });
}

void Vault::read(RecordId id, platform::Callback<KeptRecord> callback) {
  VaultSteps::in_turn<KeptRecord>(core_, std::move(callback), [core = core_, id = std::move(id)](Callback<KeptRecord> done) {
    if (!core->open) return done(VaultSteps::locked());
    core->last_use = core->ports.clock.now();
    const auto vault = core->open;
    VaultSteps::read_content(core, *vault, *core->store, id, [vault, id, done](Result<std::string> content) {
      if (!content.ok()) return done(content.error());
      const ManifestEntry& entry = vault->manifest.records.at(id);
      done(KeptRecord{{id, entry.type, entry.version, entry.schema}, Personal<std::string>(std::move(content).value())});
    });
  });
}

namespace {

void attempt(const VaultSteps::Shared& core, const std::shared_ptr<Change>& change, Callback<Done> done);

// Another tab has written since: its list is taken over, and this change made on top, unless both are about the same record.
void attempt_again(const VaultSteps::Shared& core, const std::shared_ptr<Change>& change, const Error& conflict, Callback<Done> done) {
  if (++change->attempt == kAttempts || !core->open) return done(conflict);
  VaultSteps::load_manifest(core, *core->store, core->open->keys, [core, change, conflict, done](Result<OpenVault> vault) {
    if (!vault.ok()) return done(vault.error());
    if (core->open) core->open = std::make_shared<const OpenVault>(std::move(vault).value());
    if (!core->open || touches_what_changed(change->wanted, change->base->manifest, core->open->manifest)) return done(conflict);
    attempt(core, change, done);
  });
}

void attempt(const VaultSteps::Shared& core, const std::shared_ptr<Change>& change, Callback<Done> done) {
  const auto vault = core->open;
  if (is_made_from_older(change->wanted, vault->manifest)) {
    return done(Error{ErrorKind::ChangedElsewhere, "vault", "the record has changed since it was read", NextStep::TryAgain});
  }
  change->manifest = vault->manifest;
  ++change->manifest.counter;
  change->batch = {{{kManifestStore, kManifestKey, vault->stored_manifest}}, {}};
  const auto keep_one = [core, vault, change](std::size_t at, Callback<Done> kept) {
    const RecordToKeep& record = change->wanted.kept[at];
    ManifestEntry& entry = change->manifest.records[record.id];
    entry = {record.type, entry.version + 1, record.schema};
    VaultSteps::seal(core, VaultSteps::place_of(vault->keys, record.id, entry), vault->keys, record.content.reveal<"a record is encrypted for the vault">(),
                     [core, vault, change, at, kept](Result<std::string> envelope) {
                       if (!envelope.ok()) return kept(envelope.error());
                       VaultSteps::name(core, vault->keys, change->wanted.kept[at].id, [change, bytes = envelope.value(), kept](Result<std::string> key) {
                         if (!key.ok()) return kept(key.error());
                         change->batch.writes.push_back({kRecordStore, key.value(), bytes});
                         kept(Done{});
                       });
                     });
  };
  const auto erase_one = [core, vault, change](std::size_t at, Callback<Done> erased) {
    change->manifest.records.erase(change->wanted.erased[at]);
    VaultSteps::name(core, vault->keys, change->wanted.erased[at], [change, erased](Result<std::string> key) {
      if (!key.ok()) return erased(key.error());
      change->batch.writes.push_back({kRecordStore, key.value(), std::nullopt});
      erased(Done{});
    });
  };
  const auto write = [core, vault, change, done](Outcome outcome) {
    if (!outcome.ok()) return done(outcome.error());
    VaultSteps::seal_manifest(core, vault->keys, change->manifest, [core, vault, change, done](Result<std::string> stored) {
      if (!stored.ok()) return done(stored.error());
      change->batch.writes.push_back({kManifestStore, kManifestKey, stored.value()});
      core->store->write(change->batch, change->durability, [core, vault, change, stored = stored.value(), done](Outcome written) {
        if (!written.ok() && written.error().kind == ErrorKind::ChangedElsewhere) return attempt_again(core, change, written.error(), done);
        if (!written.ok()) return done(written.error());
        // Not when it was locked meanwhile.
        if (core->open) core->open = std::make_shared<const OpenVault>(OpenVault{vault->keys, change->manifest, stored});
        done(Done{});
      });
    });
  };
  VaultSteps::one_by_one(change->wanted.kept.size(), keep_one, [change, erase_one, write](Outcome outcome) {
    if (!outcome.ok()) return write(outcome);
    VaultSteps::one_by_one(change->wanted.erased.size(), erase_one, write);
  });
}

}  // namespace

void Vault::change(VaultChanges changes, Durability durability, platform::Callback<Done> callback) {
  auto change = std::make_shared<Change>();
  change->wanted = std::move(changes);
  change->durability = durability;
  VaultSteps::in_turn<Done>(core_, std::move(callback), [core = core_, change](Callback<Done> done) {
    if (!core->open) return done(VaultSteps::locked());
    core->last_use = core->ports.clock.now();
    change->base = core->open;
    attempt(core, change, done);
  });
}

}  // namespace stadttor::vault
