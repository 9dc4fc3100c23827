#include "services/send_application/ledger_book.h"

#include <algorithm>

#include "protocols/fit_connect/metadata.h"
#include "services/send_application/record_ids.h"

namespace stadttor::services::send_application {

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

// What stands there, and its hash.
void read_text(LedgerPorts ports, const vault::RecordId& id, Callback<std::pair<Personal<std::string>, std::string>> callback) {
  ports.vault.read(id, [ports, callback = std::move(callback)](Result<vault::KeptRecord> record) {
    if (!record.ok()) return callback(record.error());
    Personal<std::string> text = record.value().content;
    hash_text(ports.cryptography, text.reveal<"the ledger's entries are chained by hashes of their texts">(), [text, callback](Result<std::string> hash) {
      if (!hash.ok()) return callback(hash.error());
      callback(std::pair(text, hash.value()));
    });
  });
}

struct Reading : std::enable_shared_from_this<Reading> {
  LedgerPorts ports;
  std::string head;
  Callback<Ledger> callback;
  std::vector<vault::RecordId> ids;
  std::vector<std::string> hashes{};
  Ledger ledger{};

  Reading(LedgerPorts given, std::string known, Callback<Ledger> done)
      : ports(given), head(std::move(known)), callback(std::move(done)), ids(entries_of(given.vault)) {}

  void read(std::size_t at) {
    if (at == ids.size()) {
      ledger.broken_at = find_chain_break(ledger.entries, hashes, head);
      return callback(std::move(ledger));
    }
    read_text(ports, ids[at], [self = shared_from_this(), at](Result<std::pair<Personal<std::string>, std::string>> text) {
      if (!text.ok()) return self->callback(text.error());
      auto entry = kept_data::parse_ledger_entry(text.value().first);
      if (!entry.ok()) return self->callback(entry.error());
      self->ledger.entries.push_back(std::move(entry).value());
      self->hashes.push_back(text.value().second);
      self->read(at + 1);
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
  read_text(ports, ids.back(), [ports, entry, callback = std::move(callback)](Result<std::pair<Personal<std::string>, std::string>> last) {
    if (!last.ok()) return callback(last.error());
    auto before = kept_data::parse_ledger_entry(last.value().first);
    if (!before.ok()) return callback(before.error());
    LedgerEntry next = entry;
    next.number = before.value().number + 1;
    next.previous = last.value().second;
    finish_entry(ports, next, callback);
  });
}

void read_ledger(LedgerPorts ports, std::string head, Callback<Ledger> callback) {
  auto reading = std::make_shared<Reading>(ports, std::move(head), std::move(callback));
  if (!reading->ids.empty()) return reading->read(0);
  // Nothing to read: the answer still comes later, as all answers do.
  ports.cryptography.hash(platform::HashKind::Sha256, {}, [reading](const Result<std::string>&) { reading->read(0); });
}

}  // namespace stadttor::services::send_application
