// The citizen's vault: personal records on this device, each encrypted with the place it belongs to, and nothing else on the disk.
// The same vault over a store in memory is a visit that leaves nothing. Which records there are and what they mean is the
// services'; when to ask for a passphrase is the portal's.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "foundation/personal.h"
#include "platform/clock.h"
#include "platform/event_loop.h"
#include "platform/record_store.h"
#include "platform/secure_random.h"
#include "vault/key_slot.h"
#include "vault/record.h"

namespace stadttor::vault {

// All of them outlive the vault.
struct VaultPorts {
  platform::RecordStore& store;
  platform::Cryptography& cryptography;
  platform::SecureRandom& random;
  platform::Clock& clock;
  platform::EventLoop& loop;
  platform::Argon2Cost passphrase_cost = kUsualCost;
};

struct RecordSummary {
  RecordId id;
  RecordType type = RecordType::Draft;
  std::uint64_t version = 0;
  std::uint16_t schema = 0;
};

struct SlotSummary {
  std::string id;
  SlotKind kind = SlotKind::Passphrase;
  std::string credential;
  std::string salt = {};  // a passkey's PRF is asked with it
};

struct RecordToKeep {
  RecordId id;
  RecordType type = RecordType::Draft;
  std::uint16_t schema = 0;
  Personal<std::string> content;
  // The version this content was made from, 0 for a new record: where the vault has another one by now, nothing is kept
  // (ChangedElsewhere). Without it the last one wins.
  std::optional<std::uint64_t> made_from = std::nullopt;
};

// Kept and erased together, or not at all: what is sent and the ledger's entry of it go into one of these.
struct VaultChanges {
  std::vector<RecordToKeep> kept;
  std::vector<RecordId> erased;
};

struct KeptRecord {
  RecordSummary summary;
  Personal<std::string> content;
};

// Calls are done one after another, each whole. Answers come later; none come once the vault is gone. Errors, besides those of
// the store:
//   WrongSecret       no slot of this kind opens
//   MalformedData     a key slot or file is damaged
//   Tampered          something was changed, exchanged, taken away or set back to an earlier state
//   OutOfMemory       the passphrase's cost is more than the device has; kLowMemoryCost may work
//   NotSupported      locked, or written by a later version
//   ChangedElsewhere  another tab changed the same record; read it again
class Vault {
 public:
  explicit Vault(VaultPorts ports);
  ~Vault();
  Vault(const Vault&) = delete;
  Vault& operator=(const Vault&) = delete;

  // -- ways in

  // The ways into the vault in the store; none where there is no vault yet.
  void find_slots(platform::Callback<std::vector<SlotSummary>> callback);
  // A new vault with these ways in. Without any it is for this visit only, and can be kept later (keep_in).
  void create(std::vector<SlotSecret> secrets, platform::Callback<Done> callback);
  void unlock(SlotSecret secret, platform::Callback<Done> callback);
  // Whether it is a way in. The vault stays as it is.
  void try_way_in(SlotSecret secret, platform::Callback<Done> callback);
  // Forgets the keys at once. What is under way ends.
  void lock();
  // After so long without use; the portal asks when it has something to do anyway.
  void lock_if_unused_for(std::int64_t milliseconds);
  bool is_open() const;

  // New ways in, and old ones taken away, in one step; `existing` opens the vault once more for it. Whoever knows a removed
  // secret and has an old copy of the store can still open that copy: rotate where that matters.
  void change_slots(SlotSecret existing, std::vector<SlotSecret> added, std::vector<std::string> removed, platform::Callback<Done> callback);
  // Everything under a new root key, with these ways in and no others.
  void rotate(std::vector<SlotSecret> secrets, platform::Callback<Done> callback);

  // What passphrases cost from now on: kLowMemoryCost, where the usual one was too much for the device.
  void set_passphrase_cost(const platform::Argon2Cost& cost);

  // -- records

  // What is in the open vault, in the order of ids.
  std::vector<RecordSummary> records() const;
  Result<RecordId> make_id();
  void read(RecordId id, platform::Callback<KeptRecord> callback);
  void change(VaultChanges changes, platform::Durability durability, platform::Callback<Done> callback);

  // -- as a whole

  // "Auf diesem Gerät merken": this vault's records, from now on in `store` under a new root key. There must be no vault yet.
  void keep_in(platform::RecordStore& store, std::vector<SlotSecret> secrets, platform::Callback<Done> callback);
  // One encrypted file: the stored bytes as they are, with the ways in that work on other devices (not the passkeys).
  void export_file(platform::Callback<std::string> callback);
  // Into a store without a vault. Every record is opened before anything is written; the vault is open afterwards.
  void import_file(std::string file, SlotSecret secret, platform::Callback<Done> callback);
  // The ways in first, so that an interrupted wipe leaves nothing that could be opened; then everything.
  void wipe(platform::Callback<Done> callback);

 private:
  struct Core;
  friend struct VaultSteps;
  std::shared_ptr<Core> core_;
};

}  // namespace stadttor::vault
