// Keys of a vault: how its root key is made, wrapped into slots and opened again, and what is derived from it.
#include "vault/vault_core.h"

namespace stadttor::vault {

using platform::KeyExport;
using platform::KeyHandle;
using platform::KeyKind;
using platform::Record;

namespace {

constexpr std::size_t kSaltSize = 16;

}  // namespace

void VaultSteps::derive_keys(const Shared& core, const KeyHandle& root, std::string vault_id, std::string key_id, Callback<VaultKeys> callback) {
  auto keys = std::make_shared<VaultKeys>(VaultKeys{std::move(vault_id), std::move(key_id), nullptr, nullptr});
  core->ports.cryptography.derive_key(
      root, keys->vault_id, "bpk/1/wrap", KeyKind::AesKeyWrap, [core, root, keys, callback = std::move(callback)](Result<KeyHandle> wrapping) {
        if (!wrapping.ok()) return callback(wrapping.error());
        keys->wrapping = wrapping.value();
        core->ports.cryptography.derive_key(root, keys->vault_id, "bpk/1/name", KeyKind::Hmac, [keys, callback](Result<KeyHandle> names) {
          if (!names.ok()) return callback(names.error());
          keys->names = names.value();
          callback(*keys);
        });
      });
}

void VaultSteps::write_slots(const Shared& core, const KeyHandle& root, const std::string& vault_id, const std::string& key_id,
                             std::shared_ptr<const std::vector<SlotSecret>> secrets, Callback<NewSlots> callback) {
  auto made = std::make_shared<NewSlots>();
  const auto write_one = [core, root, vault_id, key_id, secrets, made](std::size_t at, Callback<Done> done) {
    const SlotSecret& secret = (*secrets)[at];
    auto slot = std::make_shared<KeySlot>();
    if (const Outcome usable = check_secret(secret); !usable.ok()) return done(usable.error());
    auto id = fresh_bytes(*core, kIdSize);
    auto salt = secret.salt.empty() ? fresh_bytes(*core, kSaltSize) : Result<std::string>(secret.salt);
    if (!id.ok()) return done(id.error());
    if (!salt.ok()) return done(salt.error());
    *slot = {secret.kind, std::move(id).value(), vault_id, key_id, {}, std::move(salt).value(), secret.credential, {}};
    if (secret.kind == SlotKind::Passphrase) slot->cost = core->ports.passphrase_cost;
    auto& cryptography = core->ports.cryptography;
    derive_slot_key(cryptography, secret, *slot, [core, root, slot, made, done](Result<KeyHandle> key) {
      if (!key.ok()) return done(key.error());
      core->ports.cryptography.wrap_key(key.value(), context_of(*slot), root, [core, slot, made, done](Result<platform::Encrypted> wrapped) {
        if (!wrapped.ok()) return done(wrapped.error());
        slot->root = std::move(wrapped).value();
        const std::string bytes = bytes_from_slot(*slot);
        core->ports.cryptography.hash(platform::HashKind::Sha256, bytes, [slot, bytes, made, done](Result<std::string> hash) {
          if (!hash.ok()) return done(hash.error());
          made->writes.push_back({kSlotStore, slot->id, bytes + hash.value()});
          made->hashes[slot->id] = std::move(hash).value();
          done(Done{});
        });
      });
    });
  };
  one_by_one(secrets->size(), write_one, [made, callback = std::move(callback)](Outcome outcome) {
    if (!outcome.ok()) return callback(outcome.error());
    callback(std::move(*made));
  });
}

void VaultSteps::make_vault(const Shared& core, std::string vault_id, std::vector<SlotSecret> secrets, Callback<NewVault> callback) {
  auto key_id = fresh_bytes(*core, kKeyIdSize);
  if (!key_id.ok()) return callback(key_id.error());
  auto shared = std::make_shared<const std::vector<SlotSecret>>(std::move(secrets));
  core->ports.cryptography.make_key(
      KeyKind::Hkdf, KeyExport::Wrapped,
      [core, vault_id = std::move(vault_id), key_id = std::move(key_id).value(), shared, callback = std::move(callback)](Result<KeyHandle> root) {
        if (!root.ok()) return callback(root.error());
        write_slots(core, root.value(), vault_id, key_id, shared, [core, root = root.value(), vault_id, key_id, callback](Result<NewSlots> slots) {
          if (!slots.ok()) return callback(slots.error());
          auto made = std::make_shared<NewSlots>(std::move(slots).value());
          // The root itself is kept by nobody: what is derived from it is enough until a slot is changed.
          derive_keys(core, root, vault_id, key_id, [made, callback](Result<VaultKeys> keys) {
            if (!keys.ok()) return callback(keys.error());
            auto vault = std::make_shared<OpenVault>();
            vault->keys = std::move(keys).value();
            vault->manifest.slots = std::move(made->hashes);
            callback(NewVault{std::move(vault), std::move(made->writes)});
          });
        });
      });
}

void VaultSteps::open_root(const Shared& core, platform::RecordStore& store, std::shared_ptr<const SlotSecret> secret, KeyExport may_export,
                           Callback<Opened> callback) {
  if (const Outcome usable = check_secret(*secret); !usable.ok()) return callback(usable.error());
  store.read_all(kSlotStore, [core, secret, may_export, callback = std::move(callback)](Result<std::vector<Record>> stored) {
    if (!stored.ok()) return callback(stored.error());
    struct Search {
      std::vector<Record> stored;
      std::optional<Opened> opened;
      std::optional<Error> damage;
    };
    auto search = std::make_shared<Search>();
    search->stored = std::move(stored).value();
    // A slot that does not open is no error, another one may; damage is told when none does.
    const auto try_one = [core, secret, may_export, search](std::size_t at, Callback<Done> done) {
      const std::string& bytes = *search->stored[at].value;
      const auto split = split_slot(bytes);
      if (search->opened) return done(Done{});
      if (!split.ok()) {
        search->damage = split.error();
        return done(Done{});
      }
      const std::string hash(split.value().hash);
      core->ports.cryptography.hash(platform::HashKind::Sha256, std::string(split.value().bytes), [core, secret, may_export, search, at, hash, done](Result<std::string> counted) {
        if (!counted.ok()) return done(counted.error());
        auto slot = parse_slot(split_slot(*search->stored[at].value).value().bytes);
        if (counted.value() != hash || !slot.ok() || slot.value().id != search->stored[at].key) {
          const bool is_later = slot.ok() ? false : slot.error().kind == ErrorKind::NotSupported && counted.value() == hash;
          search->damage = is_later ? slot.error() : Error{ErrorKind::MalformedData, "key slot", "is damaged", NextStep::None};
          return done(Done{});
        }
        auto kept = std::make_shared<KeySlot>(std::move(slot).value());
        if (kept->kind != secret->kind || kept->credential != secret->credential) return done(Done{});
        derive_slot_key(core->ports.cryptography, *secret, *kept, [core, kept, may_export, search, done](Result<KeyHandle> key) {
          if (!key.ok()) return done(key.error());
          core->ports.cryptography.unwrap_key(key.value(), context_of(*kept), kept->root, KeyKind::Hkdf, may_export, [kept, search, done](Result<KeyHandle> root) {
            if (root.ok()) search->opened = Opened{*kept, root.value()};
            done(Done{});
          });
        });
      });
    };
    one_by_one(search->stored.size(), try_one, [search, callback](Outcome outcome) {
      if (!outcome.ok()) return callback(outcome.error());
      if (search->opened) return callback(std::move(*search->opened));
      if (search->stored.empty()) return callback(Error{ErrorKind::NotFound, "vault", "there is none on this device", NextStep::None});
      callback(search->damage ? *search->damage : Error{ErrorKind::WrongSecret, "vault", "no way in opens with this", NextStep::CorrectInput});
    });
  });
}

void VaultSteps::unlock_in(const Shared& core, platform::RecordStore& store, std::shared_ptr<const SlotSecret> secret, Callback<OpenVault> callback) {
  open_root(core, store, std::move(secret), KeyExport::Never, [core, &store, callback = std::move(callback)](Result<Opened> opened) {
    if (!opened.ok()) return callback(opened.error());
    auto slot = std::make_shared<KeySlot>(opened.value().slot);
    derive_keys(core, opened.value().root, slot->vault_id, slot->key_id, [core, &store, slot, callback](Result<VaultKeys> keys) {
      if (!keys.ok()) return callback(keys.error());
      load_manifest(core, store, std::move(keys).value(), [core, slot, callback](Result<OpenVault> vault) {
        if (!vault.ok()) return callback(vault.error());
        const std::string bytes = bytes_from_slot(*slot);
        auto kept = std::make_shared<OpenVault>(std::move(vault).value());
        core->ports.cryptography.hash(platform::HashKind::Sha256, bytes, [slot, kept, callback](Result<std::string> hash) {
          if (!hash.ok()) return callback(hash.error());
          const auto known = kept->manifest.slots.find(slot->id);
          // Taken away once, and put back by somebody.
          if (known == kept->manifest.slots.end() || known->second != hash.value()) {
            return callback(Error{ErrorKind::Tampered, "vault", "this way in is no longer one", NextStep::None});
          }
          callback(std::move(*kept));
        });
      });
    });
  });
}

}  // namespace stadttor::vault
