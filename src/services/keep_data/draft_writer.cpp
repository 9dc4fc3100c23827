#include "services/keep_data/draft_writer.h"

#include <algorithm>

namespace stadttor::services::keep_data {

using kept_data::Draft;

namespace {

bool is_same(const Draft& a, const Draft& b) {
  const auto& left = a.answers.reveal<"compared with what was saved last">();
  return a.step == b.step && a.language == b.language && left == b.answers.reveal<"compared with what was saved last">();
}

std::uint64_t version_of(const vault::Vault& vault, const vault::RecordId& record) {
  for (const vault::RecordSummary& summary : vault.records()) {
    if (summary.id == record) return summary.version;
  }
  return 0;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::optional<vault::RecordId> record_of_file(std::string_view id) {
  std::string bytes;
  int high = -1;
  for (const char c : id) {
    if (c == '-') continue;
    const int digit = digit_of(c);
    if (digit < 0) return std::nullopt;
    if (high >= 0) bytes.push_back(static_cast<char>(high * 16 + digit));
    high = high >= 0 ? -1 : digit;
  }
  if (high >= 0 || bytes.size() != vault::kIdSize) return std::nullopt;
  return vault::RecordId{std::move(bytes)};
}

void DraftWriter::use(vault::Vault* vault) {
  vault_ = vault;
  is_writing_ = false;
  write_next();
}

void DraftWriter::take_over(const KeptDraft& kept, std::set<std::string> files) {
  open_[kept.draft.form] = {kept.record, kept.version, kept.draft, {}, std::move(files), false, false, false};
}

void DraftWriter::forget() {
  open_.clear();
  vault_ = nullptr;
  is_writing_ = false;
}

void DraftWriter::begin_anew() {
  for (auto& [form, open] : open_) {
    open.record = {};
    open.version = 0;
    open.kept_files.clear();
    open.is_in_conflict = false;
    open.is_unwritten = open.last.has_value();
  }
}

bool DraftWriter::save(Draft draft, std::vector<DraftFile> files) {
  Open& open = open_[draft.form];
  if (open.last && is_same(*open.last, draft)) return false;
  open.files = std::move(files);
  open.last = std::move(draft);
  open.is_unwritten = true;
  write_next();
  return true;
}

void DraftWriter::insist(std::string_view form) {
  const auto found = open_.find(form);
  if (found == open_.end() || vault_ == nullptr) return;
  found->second.version = version_of(*vault_, found->second.record);
  found->second.is_in_conflict = false;
  write_next();
}

void DraftWriter::remove(std::string_view form) {
  const auto found = open_.find(form);
  if (found != open_.end()) open_.erase(found);
}

const vault::RecordId* DraftWriter::find_record(std::string_view form) const {
  const auto found = open_.find(form);
  return found == open_.end() || found->second.record.bytes.empty() ? nullptr : &found->second.record;
}

bool DraftWriter::holds_unwritten() const {
  return std::any_of(open_.begin(), open_.end(), [](const auto& entry) { return entry.second.is_unwritten || entry.second.has_failed; });
}

bool DraftWriter::finds_something_to_write() const {
  return std::any_of(open_.begin(), open_.end(), [](const auto& entry) { return entry.second.is_unwritten && !entry.second.is_in_conflict; });
}

void DraftWriter::write_next() {
  if (vault_ == nullptr || is_writing_) return;
  const auto next = std::find_if(open_.begin(), open_.end(), [](const auto& entry) { return entry.second.is_unwritten && !entry.second.is_in_conflict; });
  if (next == open_.end()) return listener_.rested();
  write(next->first, next->second);
}

void DraftWriter::write(const std::string& form, Open& open) {
  if (open.record.bytes.empty()) {
    auto id = vault_->make_id();
    if (!id.ok()) {
      open.is_unwritten = false;
      return listener_.failed(id.error(), form);
    }
    open.record = std::move(id).value();
  }
  is_writing_ = true;
  open.is_unwritten = false;
  vault::VaultChanges changes;
  changes.kept.push_back({open.record, vault::RecordType::Draft, kept_data::kDraftSchema, kept_data::text_from_draft(*open.last), open.version});
  std::set<std::string> files;
  for (const DraftFile& file : open.files) {
    const auto record = record_of_file(file.id);
    if (!record) continue;
    files.insert(file.id);
    if (file.content == nullptr || open.kept_files.count(file.id) > 0) continue;
    changes.kept.push_back({*record, vault::RecordType::Document, kFileSchema, *file.content});
  }
  for (const std::string& kept : open.kept_files) {
    if (files.count(kept) == 0) changes.erased.push_back(*record_of_file(kept));
  }
  // Relaxed: a loss of power may cost the last seconds, a crash of the browser nothing.
  vault_->change(std::move(changes), platform::Durability::Relaxed, [this, form, vault = vault_, draft = *open.last, files = std::move(files)](Outcome outcome) {
    // It may have been locked meanwhile; what is written then is read back at the next unlocking.
    if (vault == vault_) finish(form, draft, files, outcome);
  });
}

void DraftWriter::finish(const std::string& form, const Draft& draft, std::set<std::string> files, const Outcome& outcome) {
  is_writing_ = false;
  const auto found = open_.find(form);
  // It may have been removed while it was written.
  if (found != open_.end() && outcome.ok()) {
    found->second.version = version_of(*vault_, found->second.record);
    found->second.has_failed = false;
    found->second.kept_files = std::move(files);
    listener_.written({found->second.record, found->second.version, draft});
  }
  if (found != open_.end() && !outcome.ok()) {
    // With the next change it is tried again; where another tab was faster, the citizen is asked first.
    found->second.is_in_conflict = outcome.error().kind == ErrorKind::ChangedElsewhere;
    found->second.is_unwritten = found->second.is_in_conflict;
    found->second.has_failed = true;
    listener_.failed(outcome.error(), form);
  }
  write_next();
}

}  // namespace stadttor::services::keep_data
