// Answers while they are being written: the words and the names of files with the receipt of the application they belong to, the bytes of the
// files beside it, in one change.
#include <algorithm>

#include "services/keep_data/draft_writer.h"
#include "services/send_application/outbox_state.h"

namespace stadttor::services::send_application {

using kept_data::Receipt;
using kept_data::ReceiptQuestion;
using keep_data::record_of_file;

namespace {

// Ids of the files of all its answers that are being written.
std::set<std::string> files_of_drafts(const Receipt& receipt) {
  std::set<std::string> ids;
  for (const ReceiptQuestion& question : receipt.questions) {
    if (question.files.is_empty()) continue;
    const auto files = forms::Answers::read_draft(question.files);
    if (!files.ok()) continue;
    for (const forms::Attachment& file : files.value().all_attachments()) {
      if (record_of_file(file.id)) ids.insert(file.id);
    }
  }
  return ids;
}

ReceiptQuestion* find_question(Receipt& receipt, std::string_view id) {
  auto& questions = receipt.questions;
  const auto found = std::find_if(questions.begin(), questions.end(), [id](const ReceiptQuestion& known) { return known.id == id; });
  return found == questions.end() ? nullptr : &*found;
}

}  // namespace

void Outbox::State::keep_draft(const ItemHandle& item) {
  item->is_busy = true;
  item->has_newer_draft = false;
  vault::VaultChanges changes;
  changes.kept.push_back({item->receipt_id, vault::RecordType::Receipt, kept_data::kReceiptSchema, json_from_receipt(item->receipt), item->receipt_version});
  const std::set<std::string> wanted = files_of_drafts(item->receipt);
  std::set<std::string> files;
  for (const std::string& id : wanted) {
    const auto chosen = item->chosen_files.find(id);
    const bool is_kept = item->kept_files.count(id) > 0;
    if (!is_kept && chosen == item->chosen_files.end()) continue;
    files.insert(id);
    if (!is_kept) changes.kept.push_back({*record_of_file(id), vault::RecordType::Document, keep_data::kFileSchema, *chosen->second.content});
  }
  for (const std::string& kept : item->kept_files) {
    if (wanted.count(kept) == 0) changes.erased.push_back(*record_of_file(kept));
  }
  vault->change(std::move(changes), Durability::Relaxed, while_open<Outcome>([item, files = std::move(files)](State& state, const Outcome& kept) {
    // Where it could not be kept it is asked for again, and a draft is written with its next change.
    item->has_draft_failed = !kept.ok();
    // What was said not to have been kept may be there.
    if (!kept.ok() && kept.error().kind == ErrorKind::ChangedElsewhere) return state.read_anew(item);
    if (kept.ok()) {
      ++item->receipt_version;
      item->kept_files = files;
      for (const std::string& id : files) item->chosen_files.erase(id);
    }
    state.end_busy(item);
  }));
}

void Outbox::State::forget_draft(const Receipt& answer) {
  const auto asked = items.find(answer.answer_in);
  if (asked == items.end()) return;
  const ItemHandle item = asked->second;
  ReceiptQuestion* question = find_question(item->receipt, answer.answer_to);
  if (question == nullptr || (question->draft.is_empty() && question->files.is_empty())) return;
  question->draft.forget();
  question->files.forget();
  item->has_newer_draft = has_turn;
  if (has_turn && !item->is_busy) keep_draft(item);
}

void Outbox::State::take_in(const OutboxItem* before, OutboxItem& item, Receipt read) {
  item.kept_files = files_of_drafts(read);
  if (before != nullptr && (before->has_newer_draft || before->has_draft_failed)) {
    for (const ReceiptQuestion& written : before->receipt.questions) {
      ReceiptQuestion* question = find_question(read, written.id);
      if (question == nullptr) continue;
      question->draft = written.draft;
      question->files = written.files;
    }
    item.chosen_files = before->chosen_files;
    item.has_newer_draft = true;
  }
  item.receipt = std::move(read);
}

void Outbox::State::settle_drafts() {
  if (!has_turn) return;
  for (const auto& entry : items) {
    if (entry.second->is_kept) forget_draft(entry.second->receipt);
  }
  for (const auto& entry : items) {
    if (entry.second->has_newer_draft && !entry.second->is_busy) keep_draft(entry.second);
  }
}

void Outbox::keep_answer_draft(const std::string& case_id, const std::string& question_id, AnswerDraft draft) {
  const auto found = state_->items.find(case_id);
  if (!state_->may_use_vault() || found == state_->items.end()) return;
  const ItemHandle item = found->second;
  ReceiptQuestion* question = find_question(item->receipt, question_id);
  if (question == nullptr) return;
  question->draft = std::move(draft.text);
  if (draft.files) {
    question->files = draft.files->empty() ? Personal<std::string>() : draft.files->draft();
    for (const forms::Attachment& file : draft.files->all_attachments()) {
      const bool is_to_be_kept = file.content != nullptr && record_of_file(file.id) && item->kept_files.count(file.id) == 0;
      if (is_to_be_kept) item->chosen_files[file.id] = file;
    }
  }
  // The one tab that sends is the one that writes; what is under way takes the draft along, or is followed by it.
  item->has_newer_draft = true;
  if (state_->has_turn && !item->is_busy) state_->keep_draft(item);
  state_->tell();
}

bool Outbox::holds_unkept_drafts() const {
  return std::any_of(state_->items.begin(), state_->items.end(), [this](const auto& entry) {
    const OutboxItem& item = *entry.second;
    return item.has_draft_failed || (item.has_newer_draft && !state_->has_turn);
  });
}

}  // namespace stadttor::services::send_application
