// What is in the vault for forms: read when it is opened, written as it changes.
#include <algorithm>

#include "forms/answers.h"
#include "foundation/json_reader.h"
#include "kept_data/kept_report.h"
#include "services/keep_data/keeper.h"

namespace stadttor::services::keep_data {

using kept_data::Draft;
using kept_data::Profile;
using vault::RecordId;
using vault::RecordType;

namespace {

// A report has one file at most, its photo (services/report_defect/report_draft.h).
std::set<std::string> photo_of_report(const Draft& draft) {
  auto document = JsonDocument::parse(draft.answers.reveal<"looked through for the file that lies beside it">(), "draft of a report");
  const std::string photo = document.ok() ? document.value().root().optional_text("photo") : std::string();
  return record_of_file(photo) ? std::set<std::string>{photo} : std::set<std::string>{};
}

std::set<std::string> files_of(const Draft& draft) {
  if (draft.form == kept_data::kReportDraft) return photo_of_report(draft);
  std::set<std::string> ids;
  const auto answers = forms::Answers::read_draft(draft.answers);
  if (!answers.ok()) return ids;
  for (const forms::Attachment& file : answers.value().all_attachments()) {
    if (record_of_file(file.id)) ids.insert(file.id);
  }
  return ids;
}

// In a list of drafts, which has minutes only.
bool looks_alike(const Draft& a, const Draft& b) {
  constexpr std::int64_t kMinute = 60'000;
  return a.form == b.form && a.step == b.step && a.language == b.language && a.changed / kMinute == b.changed / kMinute;
}

}  // namespace

void Keeper::read_everything(KeepTask task) {
  to_read_.clear();
  read_ = {};
  profile_record_.reset();
  profile_version_ = 0;
  for (const vault::RecordSummary& summary : vault_->records()) {
    if (summary.type == RecordType::Profile || summary.type == RecordType::Draft) to_read_.push_back(summary);
  }
  read_next(task, 0);
}

void Keeper::read_next(KeepTask task, std::size_t at) {
  if (at == to_read_.size()) return take_in(task);
  vault_->read(to_read_[at].id, [this, task, at](Result<vault::KeptRecord> record) {
    // One record that cannot be read takes none of the others along.
    if (!record.ok()) {
      read_.problem = KeepProblem{task, record.error().kind};
      return read_next(task, at + 1);
    }
    const vault::KeptRecord& kept = record.value();
    if (kept.summary.type == RecordType::Profile) {
      if (auto profile = kept_data::read_profile(kept.content); profile.ok()) {
        read_.profile = std::move(profile).value();
        profile_record_ = kept.summary.id;
        profile_version_ = kept.summary.version;
      } else {
        read_.problem = KeepProblem{task, profile.error().kind};
      }
    } else if (auto draft = kept_data::read_draft(kept.content); draft.ok()) {
      read_.drafts.push_back({kept.summary.id, kept.summary.version, std::move(draft).value()});
    } else {
      read_.problem = KeepProblem{task, draft.error().kind};
    }
    read_next(task, at + 1);
  });
}

void Keeper::take_in(KeepTask task) {
  data_.state = KeepState::Open;
  data_.task = KeepTask::None;
  if (read_.problem || task != KeepTask::Saving) data_.problem = read_.problem;
  data_.profile = std::move(read_.profile);
  data_.drafts = std::move(read_.drafts);
  std::sort(data_.drafts.begin(), data_.drafts.end(), [](const KeptDraft& a, const KeptDraft& b) { return a.draft.changed > b.draft.changed; });
  for (const KeptDraft& kept : data_.drafts) {
    // What was entered before the vault was opened is a draft of its own.
    if (drafts_.holds(kept.draft.form)) continue;
    drafts_.take_over(kept, files_of(kept.draft));
    reopened_forms_.push_back(kept.draft.form);
  }
  ++openings_;
  drafts_.use(vault_.get());
  if (!carried_.empty()) {
    Profile joined = data_.profile;
    for (const kept_data::Person& person : carried_.people) joined.add(person.relation).values = person.values;
    carried_ = {};
    keep_profile(std::move(joined));
  }
  if (task == KeepTask::Importing) refresh_ways_in();
  note_use();
  changed_();
}

void Keeper::keep_profile(Profile profile) {
  if (open_vault() == nullptr) return;
  data_.profile = std::move(profile);
  is_profile_unwritten_ = true;
  write_profile();
  changed_();
}

void Keeper::write_profile() {
  if (is_writing_profile_ || !is_profile_unwritten_) return;
  if (!profile_record_) {
    auto id = vault_->make_id();
    if (!id.ok()) return tell(KeepTask::Saving, id.error());
    profile_record_ = std::move(id).value();
  }
  is_writing_profile_ = true;
  is_profile_unwritten_ = false;
  vault::VaultChanges changes;
  changes.kept.push_back({*profile_record_, RecordType::Profile, kept_data::kProfileSchema, kept_data::text_from_profile(data_.profile), profile_version_});
  vault_->change(std::move(changes), platform::Durability::Strict, [this, openings = openings_](Outcome outcome) {
    is_writing_profile_ = false;
    if (openings != openings_) return;
    if (outcome.ok()) {
      ++profile_version_;
      write_profile();
    } else {
      tell(KeepTask::Saving, outcome.error());
      // Another tab was faster: what it wrote is shown, and this one's change can be made anew.
      if (outcome.error().kind == ErrorKind::ChangedElsewhere) return read_everything(KeepTask::Saving);
      is_profile_unwritten_ = true;
    }
    changed_();
    come_to_rest();
  });
}

KeptDraft* Keeper::find_draft(const RecordId& record) {
  const auto found = std::find_if(data_.drafts.begin(), data_.drafts.end(), [&record](const KeptDraft& kept) { return kept.record == record; });
  return found == data_.drafts.end() ? nullptr : &*found;
}

void Keeper::note_written(const KeptDraft& kept) {
  // Pages are built anew only for what they show otherwise: this comes with every key.
  bool is_news = is_behind_ && drafts_.rests();
  if (is_news) is_behind_ = false;
  if (data_.problem && data_.problem->during == KeepTask::Saving) {
    data_.problem.reset();
    is_news = true;
  }
  if (KeptDraft* known = find_draft(kept.record)) {
    is_news = is_news || known != data_.drafts.data() || !looks_alike(known->draft, kept.draft);
    *known = kept;
    std::stable_sort(data_.drafts.begin(), data_.drafts.end(), [](const KeptDraft& a, const KeptDraft& b) { return a.draft.changed > b.draft.changed; });
  } else {
    data_.drafts.insert(data_.drafts.begin(), kept);
    is_news = true;
  }
  if (is_news) changed_();
}

void Keeper::save_draft(Draft draft, std::vector<DraftFile> files) {
  draft.changed = ports_.clock.now();
  drafts_.save(std::move(draft), std::move(files));
  // On a device the browser asks before the page is closed, until it is written.
  is_behind_ = is_behind_ || (data_.state == KeepState::Open && !drafts_.rests());
}

void Keeper::read_file(std::string_view id, platform::Callback<Personal<std::string>> callback) {
  const auto record = record_of_file(id);
  if (!record || open_vault() == nullptr) return;
  vault_->read(*record, [callback = std::move(callback)](Result<vault::KeptRecord> kept) {
    if (!kept.ok()) return callback(kept.error());
    callback(std::move(kept).value().content);
  });
}

const Draft* Keeper::draft_of(std::string_view form) const {
  const RecordId* record = drafts_.find_record(form);
  KeptDraft* kept = record == nullptr ? nullptr : const_cast<Keeper*>(this)->find_draft(*record);
  return kept == nullptr ? nullptr : &kept->draft;
}

void Keeper::open_draft(const RecordId& record) {
  const KeptDraft* kept = find_draft(record);
  if (kept == nullptr) return;
  const RecordId* current = drafts_.find_record(kept->draft.form);
  if (current != nullptr && *current == record) return;
  drafts_.take_over(*kept, files_of(kept->draft));
  reopened_forms_.push_back(kept->draft.form);
  changed_();
}

void Keeper::erase_draft(const RecordId& record) {
  if (open_vault() == nullptr) return;
  std::vector<RecordId> erased = {record};
  if (const KeptDraft* kept = find_draft(record)) {
    for (const std::string& file : files_of(kept->draft)) erased.push_back(*record_of_file(file));
    const RecordId* current = drafts_.find_record(kept->draft.form);
    if (current != nullptr && *current == record) {
      reopened_forms_.push_back(kept->draft.form);
      data_.changed_elsewhere.erase(kept->draft.form);
      drafts_.remove(kept->draft.form);
    }
  }
  vault_->change({{}, std::move(erased)}, platform::Durability::Strict, [this, record](Outcome outcome) {
    if (!outcome.ok()) {
      tell(KeepTask::Saving, outcome.error());
      return changed_();
    }
    data_.drafts.erase(std::remove_if(data_.drafts.begin(), data_.drafts.end(), [&record](const KeptDraft& kept) { return kept.record == record; }),
                       data_.drafts.end());
    changed_();
  });
}

void Keeper::erase_draft_of(std::string_view form) {
  const RecordId* record = drafts_.find_record(form);
  if (record == nullptr) return drafts_.remove(form);
  const RecordId erased = *record;
  drafts_.remove(form);
  erase_draft(erased);
}

void Keeper::take_other_draft(std::string_view form) {
  const RecordId* record = drafts_.find_record(form);
  if (record == nullptr || open_vault() == nullptr) return;
  vault_->read(*record, [this, name = std::string(form)](Result<vault::KeptRecord> kept) {
    auto draft = kept.ok() ? kept_data::read_draft(kept.value().content) : Result<Draft>(kept.error());
    data_.changed_elsewhere.erase(name);
    if (draft.ok()) {
      const KeptDraft other{kept.value().summary.id, kept.value().summary.version, std::move(draft).value()};
      drafts_.take_over(other, files_of(other.draft));
      reopened_forms_.push_back(name);
      return note_written(other);
    }
    // The other tab has erased it: what is here is all there is.
    insist_on_draft(name);
  });
}

void Keeper::insist_on_draft(std::string_view form) {
  data_.changed_elsewhere.erase(std::string(form));
  drafts_.insist(form);
  changed_();
}

}  // namespace stadttor::services::keep_data
