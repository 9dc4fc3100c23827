// What is kept of reports: read when the vault has been opened, written with the ledger.
#include "services/report_defect/report_outbox_state.h"
#include "services/report_defect/report_trouble.h"
#include "services/outbox/ledger_book.h"
#include "services/outbox/record_ids.h"

namespace stadttor::services::report_defect {

using outbox::NextEntry;
using outbox::parse_id;
using outbox::text_from_id;

namespace {

// Other tabs may write the ledger's next entry at the same moment.
constexpr unsigned kAttempts = 8;
constexpr std::uint16_t kPhotoSchema = 1;  // the bytes as they are sent

}  // namespace

vault::RecordToKeep record_of(const ReportItem& item, const kept_data::Report& report) {
  return {item.record, vault::RecordType::Report, kept_data::kReportSchema, json_from_report(report), item.version};
}

std::vector<vault::RecordId> records_of(const ReportItem& item) {
  std::vector<vault::RecordId> records = {item.record};
  if (const auto photo = parse_id(item.delivery.report.photo)) records.push_back(*photo);
  return records;
}

void ReportOutbox::State::load() { load_next(kept_ids(vault::RecordType::Report), 0); }

void ReportOutbox::State::load_next(std::vector<vault::RecordId> ids, std::size_t at) {
  if (at == ids.size()) return finish_loading();
  const vault::RecordId id = ids[at];
  vault->read(id, while_open<Result<vault::KeptRecord>>([ids = std::move(ids), at](State& state, const Result<vault::KeptRecord>& record) {
    auto report = record.ok() ? kept_data::parse_report(record.value().content) : Result<kept_data::Report>(record.error());
    const std::string id_text = text_from_id(ids[at]);
    const auto known = state.items.find(id_text);
    if (!report.ok()) state.load_again_after(report.error());
    // What is under way here is further than what was read.
    const bool is_further = known != state.items.end() && known->second->is_busy;
    if (report.ok() && !is_further) {
      auto item = std::make_shared<ReportItem>();
      item->record = ids[at];
      item->version = record.value().summary.version;
      item->delivery = delivery_from(std::move(report).value());
      state.items[id_text] = item;
    }
    state.load_next(ids, at + 1);
  }));
}

void ReportOutbox::State::read_item(const ItemHandle& item) {
  vault->change({}, Durability::Relaxed, while_open<Outcome>([item](State& state, const Outcome&) {
    state.vault->read(item->record, state.while_open<Result<vault::KeptRecord>>([item](State& now, const Result<vault::KeptRecord>& record) {
      if (!record.ok() && record.error().kind == ErrorKind::NotFound) {
        now.items.erase(text_from_id(item->record));
        return now.tell();
      }
      auto report = record.ok() ? kept_data::parse_report(record.value().content) : Result<kept_data::Report>(record.error());
      item->needs_reading = !report.ok();
      if (report.ok()) {
        item->version = record.value().summary.version;
        item->delivery = delivery_from(std::move(report).value());
      } else {
        now.note_unkept(*item);
      }
      now.end_busy(item);
    }));
  }));
}

void ReportOutbox::State::note_unkept(ReportItem& item) {
  item.delivery.report.trouble = kNotKept;
  item.delivery.report.not_before = ports.clock.now() + kPauseAfterDisk;
}

void ReportOutbox::State::keep_new(const ItemHandle& item, unsigned attempt) {
  item->is_busy = true;
  const auto note_unkept = [](State& state, const ItemHandle& unkept, const Error& error) {
    unkept->delivery.report.trouble = kNotKept;
    unkept->delivery.report.detail = text_from_error(error);
    state.end_busy(unkept);
  };
  make_next_entry({*vault, ports.cryptography}, item->entry, while_open<Result<NextEntry>>([item, attempt, note_unkept](State& state, Result<NextEntry> next) {
    if (!next.ok()) return note_unkept(state, item, next.error());
    kept_data::Report report = item->delivery.report;
    report.trouble.clear();
    report.detail.clear();
    report.ledger_number = next.value().number;
    report.ledger_hash = next.value().hash;
    vault::VaultChanges changes;
    changes.kept.push_back(record_of(*item, report));
    changes.kept.push_back(std::move(next).value().record);
    // In one step with the report: neither is there without the other.
    if (item->photo != nullptr) changes.kept.push_back({*parse_id(report.photo), vault::RecordType::Document, kPhotoSchema, *item->photo, 0});
    changes.erased = item->replaced;
    state.vault->change(std::move(changes), Durability::Strict, state.while_open<Outcome>([item, attempt, report, note_unkept](State& now, const Outcome& kept) {
      if (!kept.ok()) {
        // Another tab wrote the ledger's next entry: after that one, then.
        if (kept.error().kind == ErrorKind::ChangedElsewhere && attempt + 1 < kAttempts) return now.keep_new(item, attempt + 1);
        return note_unkept(now, item, kept.error());
      }
      item->is_kept = true;
      ++item->version;
      item->delivery.report = report;
      if (!item->replaced.empty()) now.items.erase(text_from_id(item->replaced.front()));
      item->replaced.clear();
      item->photo.reset();
      now.end_busy(item);
    }));
  }));
}

void ReportOutbox::State::keep_followed(const ItemHandle& item) {
  item->is_busy = true;
  vault::VaultChanges changes;
  changes.kept.push_back(record_of(*item, item->delivery.report));
  vault->change(std::move(changes), Durability::Strict, while_open<Outcome>([item](State& state, const Outcome& kept) {
    item->is_kept = kept.ok();
    item->delivery.report.trouble = kept.ok() ? std::string() : std::string(kNotKept);
    if (kept.ok()) ++item->version;
    state.end_busy(item);
  }));
}

void ReportOutbox::State::keep_changed(const ItemHandle& item, Delivery changed_to, Durability durability) {
  item->is_busy = true;
  vault::VaultChanges changes;
  changes.kept.push_back(record_of(*item, changed_to.report));
  vault->change(std::move(changes), durability, while_open<Outcome>([item, changed_to](State& state, const Outcome& kept) {
    if (!kept.ok() && kept.error().kind == ErrorKind::ChangedElsewhere) return state.read_item(item);
    if (kept.ok()) {
      ++item->version;
      item->delivery = changed_to;
    }
    state.end_busy(item);
  }));
}

}  // namespace stadttor::services::report_defect
