#include "services/book_appointment/appointment_book.h"

#include "services/outbox/ledger_book.h"
#include "services/outbox/record_ids.h"

namespace stadttor::services::book_appointment {

using platform::Durability;
using outbox::NextEntry;
using vault::RecordType;

namespace {

constexpr unsigned kAttempts = 4;

Error not_open() { return {ErrorKind::NotSupported, "appointments", "the vault is not open", NextStep::TryAgain}; }

vault::RecordToKeep record_of(const KeptAppointment& kept) {
  return {kept.record, RecordType::Appointment, kept_data::kAppointmentSchema, json_from_appointment(kept.appointment), kept.version};
}

}  // namespace

void AppointmentBook::read(std::function<void(std::vector<KeptAppointment>)> callback) {
  vault::Vault* vault = find_vault_();
  if (vault == nullptr) return;
  auto left = std::make_shared<std::vector<vault::RecordSummary>>();
  for (const vault::RecordSummary& record : vault->records()) {
    if (record.type == RecordType::Appointment) left->push_back(record);
  }
  read_next(std::move(left), std::make_shared<std::vector<KeptAppointment>>(), std::move(callback));
}

void AppointmentBook::read_next(std::shared_ptr<std::vector<vault::RecordSummary>> left, std::shared_ptr<std::vector<KeptAppointment>> read,
                                std::function<void(std::vector<KeptAppointment>)> callback) {
  if (left->empty()) return callback(std::move(*read));
  const vault::RecordId next = left->back().id;
  left->pop_back();
  find_vault_()->read(next, [this, weak = std::weak_ptr<char>(opening_), left, read, callback = std::move(callback)](Result<vault::KeptRecord> record) {
    if (weak.expired()) return;
    auto appointment = record.ok() ? kept_data::parse_appointment(record.value().content) : Result<kept_data::Appointment>(record.error());
    if (appointment.ok()) {
      KeptAppointment kept;
      kept.record = record.value().summary.id;
      kept.id = outbox::text_from_id(kept.record);
      kept.version = record.value().summary.version;
      kept.appointment = std::move(appointment).value();
      read->push_back(std::move(kept));
    }
    read_next(left, read, callback);
  });
}

void AppointmentBook::begin(std::shared_ptr<KeptAppointment> kept, kept_data::LedgerEntry entry, Written written) {
  vault::Vault* vault = find_vault_();
  if (vault == nullptr) return written(not_open());
  auto id = vault->make_id();
  if (!id.ok()) return written(id.error());
  kept->record = std::move(id).value();
  kept->id = outbox::text_from_id(kept->record);
  entry.receipt = kept->id;
  try_to_begin(kept, entry, written, 0);
}

void AppointmentBook::add(std::shared_ptr<KeptAppointment> kept, Written written) {
  vault::Vault* vault = find_vault_();
  if (vault == nullptr) return written(not_open());
  auto id = vault->make_id();
  if (!id.ok()) return written(id.error());
  kept->record = std::move(id).value();
  kept->id = outbox::text_from_id(kept->record);
  write(*kept, [kept, written = std::move(written)](Outcome outcome) {
    if (outcome.ok()) kept->version = 1;
    written(std::move(outcome));
  });
}

void AppointmentBook::try_to_begin(const std::shared_ptr<KeptAppointment>& kept, const kept_data::LedgerEntry& entry, const Written& written, unsigned attempt) {
  outbox::make_next_entry({*find_vault_(), cryptography_}, entry, [this, weak = std::weak_ptr<char>(opening_), kept, entry, written, attempt](Result<NextEntry> next) {
    if (weak.expired()) return;
    if (!next.ok()) return written(next.error());
    kept->appointment.ledger_number = next.value().number;
    vault::VaultChanges changes;
    changes.kept.push_back(record_of(*kept));
    changes.kept.push_back(std::move(next).value().record);
    find_vault_()->change(std::move(changes), Durability::Strict, [this, weak, kept, entry, written, attempt](Outcome outcome) {
      if (weak.expired()) return;
      // Another tab, or an application on its way, wrote the ledger's next entry: after that one, then.
      const bool was_faster = !outcome.ok() && outcome.error().kind == ErrorKind::ChangedElsewhere;
      if (was_faster && attempt + 1 < kAttempts) return try_to_begin(kept, entry, written, attempt + 1);
      if (outcome.ok()) kept->version = 1;
      written(std::move(outcome));
    });
  });
}

void AppointmentBook::write(const KeptAppointment& kept, Written written) {
  vault::Vault* vault = find_vault_();
  if (vault == nullptr) return written(not_open());
  vault::VaultChanges changes;
  changes.kept.push_back(record_of(kept));
  vault->change(std::move(changes), Durability::Strict, [weak = std::weak_ptr<char>(opening_), written = std::move(written)](Outcome outcome) {
    if (!weak.expired()) written(std::move(outcome));
  });
}

void AppointmentBook::erase(const vault::RecordId& record, Written written) {
  vault::Vault* vault = find_vault_();
  if (vault == nullptr) return written(not_open());
  vault->change({{}, {record}}, Durability::Strict, [weak = std::weak_ptr<char>(opening_), written = std::move(written)](Outcome outcome) {
    if (!weak.expired()) written(std::move(outcome));
  });
}

}  // namespace stadttor::services::book_appointment
