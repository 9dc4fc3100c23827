#include "services/outbox/ledger_book.h"

#include <algorithm>

#include "protocols/fit_connect/metadata.h"
#include "services/outbox/record_ids.h"

namespace stadttor::services::outbox {

using kept_data::LedgerEntry;
using platform::Callback;
using vault::RecordType;

namespace {

void hash_text(platform::Cryptography& cryptography, std::string text, Callback<std::string> callback) {
  cryptography.hash(platform::HashKind::Sha256, std::move(text), [callback = std::move(callback)](Result<std::string> hash) {
    if (!hash.ok()) return callback(hash.error());
    callback(protocols::fit_connect::hexadecimal(hash.value()));
  });
}

std::vector<vault::RecordId> entries_of(const vault::Vault& vault) {
  std::vector<vault::RecordId> ids;
  for (const vault::RecordSummary& record : vault.records()) {
    if (record.type == RecordType::Ledger) ids.push_back(record.id);
  }
  // By number, which is the order of these ids.
  std::sort(ids.begin(), ids.end());
  return ids;
}

// First everything is read, then hashed: once the vault has gone, no answer of it comes, and nothing asks it again.
struct Reading : std::enable_shared_from_this<Reading> {
  LedgerPorts ports;
  kept_data::KnownEntry known;
  Callback<Ledger> callback;
  std::vector<vault::RecordId> ids;
  std::vector<Personal<std::string>> texts{};
  std::vector<std::string> hashes{};
  Ledger ledger{};

  Reading(LedgerPorts given, kept_data::KnownEntry last, Callback<Ledger> done)
      : ports(given), known(std::move(last)), callback(std::move(done)), ids(entries_of(given.vault)) {}

  void read(std::size_t at) {
    if (at == ids.size()) return hash(0);
    ports.vault.read(ids[at], [self = shared_from_this(), at](Result<vault::KeptRecord> record) {
      if (!record.ok()) return self->callback(record.error());
      auto entry = kept_data::parse_ledger_entry(record.value().content);
      if (!entry.ok()) return self->callback(entry.error());
      self->ledger.entries.push_back(std::move(entry).value());
      self->texts.push_back(record.value().content);
      self->read(at + 1);
    });
  }

  void hash(std::size_t at) {
    if (at == texts.size()) {
      ledger.broken_at = find_chain_break(ledger.entries, hashes, known);
      return callback(std::move(ledger));
    }
    hash_text(ports.cryptography, texts[at].reveal<"the ledger's entries are chained by hashes of their texts">(), [self = shared_from_this(), at](Result<std::string> made) {
      if (!made.ok()) return self->callback(made.error());
      self->hashes.push_back(made.value());
      self->hash(at + 1);
    });
  }
};

void finish_entry(LedgerPorts ports, const LedgerEntry& entry, Callback<NextEntry> callback) {
  const Personal<std::string> text = json_from_entry(entry);
  const vault::RecordToKeep record{id_of_ledger_entry(entry.number), RecordType::Ledger, kept_data::kLedgerSchema, text, 0};
  hash_text(ports.cryptography, text.reveal<"the ledger's entries are chained by hashes of their texts">(),
            [record, number = entry.number, callback = std::move(callback)](Result<std::string> hash) {
              if (!hash.ok()) return callback(hash.error());
              callback(NextEntry{record, number, hash.value()});
            });
}

}  // namespace

void make_next_entry(LedgerPorts ports, LedgerEntry entry, Callback<NextEntry> callback) {
  const std::vector<vault::RecordId> ids = entries_of(ports.vault);
  entry.number = 1;
  entry.previous.clear();
  if (ids.empty()) return finish_entry(ports, entry, std::move(callback));
  ports.vault.read(ids.back(), [ports, entry, callback = std::move(callback)](Result<vault::KeptRecord> last) {
    if (!last.ok()) return callback(last.error());
    auto before = kept_data::parse_ledger_entry(last.value().content);
    if (!before.ok()) return callback(before.error());
    LedgerEntry next = entry;
    next.number = before.value().number + 1;
    hash_text(ports.cryptography, last.value().content.reveal<"the ledger's entries are chained by hashes of their texts">(), [ports, next, callback](Result<std::string> hash) {
      if (!hash.ok()) return callback(hash.error());
      LedgerEntry chained = next;
      chained.previous = hash.value();
      finish_entry(ports, chained, callback);
    });
  });
}

void read_ledger(LedgerPorts ports, kept_data::KnownEntry known, Callback<Ledger> callback) {
  auto reading = std::make_shared<Reading>(ports, std::move(known), std::move(callback));
  if (!reading->ids.empty()) return reading->read(0);
  // Nothing to read: the answer still comes later, as all answers do.
  ports.cryptography.hash(platform::HashKind::Sha256, {}, [reading](const Result<std::string>&) { reading->read(0); });
}

}  // namespace stadttor::services::outbox
