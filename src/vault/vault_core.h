// The inside of a vault: its state, the queue of what is to be done, and the steps that several calls share. Everything is a value
// or a shared pointer, because each step goes on in a callback.
#pragma once

#include <deque>
#include <functional>

#include "vault/manifest.h"
#include "vault/vault.h"

namespace stadttor::vault {

using platform::Callback;

// Where things are in the record store.
inline constexpr const char* kSlotStore = "vault/slots";
inline constexpr const char* kManifestStore = "vault/manifest";
inline constexpr const char* kRecordStore = "vault/records";
inline constexpr const char* kManifestKey = "current";

struct VaultKeys {
  std::string vault_id;
  std::string key_id;
  platform::KeyHandle wrapping;  // AES-KW, of content keys
  platform::KeyHandle names;     // HMAC, of where records are stored
};

struct OpenVault {
  VaultKeys keys;
  Manifest manifest;
  std::string stored_manifest;  // as it is in the store: the condition of the next write
};

struct Vault::Core {
  explicit Core(VaultPorts given) : ports(given), store(&given.store) {}

  VaultPorts ports;
  platform::RecordStore* store;
  std::shared_ptr<const OpenVault> open;
  platform::Instant last_use = 0;
  bool is_busy = false;
  bool is_gone = false;
  std::deque<std::function<void()>> waiting;
};

// A friend of Vault, so that the files of its calls can share these.
struct VaultSteps {
  using Core = Vault::Core;
  using Shared = std::shared_ptr<Core>;

  // Does `operation` when those before it are done, and passes its answer on unless the vault has gone.
  template <class Value>
  static void in_turn(const Shared& core, Callback<Value> callback, std::function<void(Callback<Value>)> operation) {
    core->waiting.push_back([core, callback = std::move(callback), operation = std::move(operation)] {
      operation([core, callback](Result<Value> result) {
        core->is_busy = false;
        next(core);
        if (!core->is_gone) callback(std::move(result));
      });
    });
    next(core);
  }
  static void next(const Shared& core);
  // `step` for 0 to `count` - 1, each after the one before it; the first error ends it.
  static void one_by_one(std::size_t count, std::function<void(std::size_t, Callback<Done>)> step, Callback<Done> done, std::size_t at = 0);
  static Error locked();

  // -- bytes
  static Result<std::string> fresh_bytes(Core& core, std::size_t size);
  static RecordPlace place_of(const VaultKeys& keys, const RecordId& id, const ManifestEntry& entry);
  static RecordPlace place_of_manifest(const VaultKeys& keys, std::uint64_t counter);

  // -- records
  static void seal(const Shared& core, const RecordPlace& place, const VaultKeys& keys, std::string_view content, Callback<std::string> callback);
  static void open(const Shared& core, const RecordPlace& place, const VaultKeys& keys, std::string_view envelope, Callback<std::string> callback);
  static void name(const Shared& core, const VaultKeys& keys, const RecordId& id, Callback<std::string> callback);
  static void read_content(const Shared& core, const OpenVault& vault, platform::RecordStore& store, const RecordId& id, Callback<std::string> callback);
  static void seal_manifest(const Shared& core, const VaultKeys& keys, const Manifest& manifest, Callback<std::string> stored);
  static void load_manifest(const Shared& core, platform::RecordStore& store, VaultKeys keys, Callback<OpenVault> callback);

  // -- keys
  static void derive_keys(const Shared& core, const platform::KeyHandle& root, std::string vault_id, std::string key_id, Callback<VaultKeys> callback);
  struct Opened {
    KeySlot slot;
    platform::KeyHandle root;
  };
  // The root key, by the first slot in the store that `secret` opens.
  static void open_root(const Shared& core, platform::RecordStore& store, std::shared_ptr<const SlotSecret> secret, platform::KeyExport may_export, Callback<Opened> callback);
  struct NewSlots {
    std::vector<platform::Record> writes;
    std::map<std::string, std::string> hashes;
  };
  static void write_slots(const Shared& core, const platform::KeyHandle& root, const std::string& vault_id, const std::string& key_id,
                          std::shared_ptr<const std::vector<SlotSecret>> secrets, Callback<NewSlots> callback);
  struct NewVault {
    std::shared_ptr<OpenVault> vault;
    std::vector<platform::Record> writes;  // slots; the manifest is not among them yet
  };
  static void make_vault(const Shared& core, std::string vault_id, std::vector<SlotSecret> secrets, Callback<NewVault> callback);
  static void unlock_in(const Shared& core, platform::RecordStore& store, std::shared_ptr<const SlotSecret> secret, Callback<OpenVault> callback);

  // -- as a whole
  // The open vault's records under new keys, as one batch that is not written yet.
  struct Resealed {
    std::shared_ptr<OpenVault> vault;
    platform::RecordBatch batch;
  };
  static void reseal(const Shared& core, std::string vault_id, std::vector<SlotSecret> secrets, Callback<Resealed> callback);
};

}  // namespace stadttor::vault
