// The ledger in the vault: its next entry, and all of it, checked from the first to the last.
#pragma once

#include "kept_data/ledger.h"
#include "vault/vault.h"

namespace stadttor::services::outbox {

struct LedgerPorts {
  vault::Vault& vault;
  platform::Cryptography& cryptography;
};

// `entry` with its number and the hash of the one before, as it is to be kept. Keeping it fails with ChangedElsewhere where another tab has
// been faster: then it is made anew.
struct NextEntry {
  vault::RecordToKeep record;
  std::uint64_t number = 0;
  std::string hash;  // SHA-256 of its text, hexadecimal
};
void make_next_entry(LedgerPorts ports, kept_data::LedgerEntry entry, platform::Callback<NextEntry> callback);

struct Ledger {
  std::vector<kept_data::LedgerEntry> entries;  // the oldest first
  std::optional<std::uint64_t> broken_at;       // number of the entry that is not what it was
};
// `known`: an entry that a receipt remembers.
void read_ledger(LedgerPorts ports, kept_data::KnownEntry known, platform::Callback<Ledger> callback);

}  // namespace stadttor::services::outbox
