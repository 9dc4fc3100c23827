// What the authority asks back: looked for whenever the event log is, and more and more seldom for what is over; kept with the receipt, as is
// the answer while it is being written.
#include <algorithm>
#include <array>

#include "services/send_application/outbox_state.h"
#include "services/send_application/question_reading.h"

namespace stadttor::services::send_application {

namespace {

// Between two looks for what is asked after the end, while somebody has the portal open.
constexpr std::array<std::int64_t, 3> kLooks = {60'000, 300'000, 900'000};

}  // namespace

void Outbox::State::look_for_questions(const ItemHandle& item) {
  if (!item->delivery) {
    item->next_look = ports.clock.now() + kLooks[std::min<std::size_t>(item->looks, kLooks.size() - 1)];
    ++item->looks;
  }
  const kept_data::Receipt& receipt = item->receipt;
  if (receipt.reply_key.is_empty()) return end_busy(item);
  QuestionSource source{{receipt.submission, receipt.number}, receipt.destination, facts.issuer, receipt.reply_key, {}};
  if (item->delivery) source.submission = item->delivery->announced;
  for (const kept_data::ReceiptQuestion& known : receipt.questions) source.known.push_back(known.id);
  read_questions(ports.cryptography, client, std::move(source), while_open<Result<ReadQuestions>>([item](State& state, Result<ReadQuestions> read) {
    // What could not be asked is asked at the next look.
    if (!read.ok()) return state.end_busy(item);
    item->has_unreadable_question = read.value().has_unreadable;
    if (read.value().questions.empty()) return state.end_busy(item);
    state.keep_questions(item, std::move(read.value().questions));
  }));
}

void Outbox::State::keep_questions(const ItemHandle& item, std::vector<kept_data::ReceiptQuestion> questions) {
  item->receipt.questions.insert(item->receipt.questions.end(), questions.begin(), questions.end());
  // Somebody may be waiting for the answer: the next look comes soon again.
  item->looks = 0;
  if (!item->delivery) item->next_look = ports.clock.now() + kLooks[0];
  keep_draft(item);
}

void Outbox::State::keep_draft(const ItemHandle& item) {
  item->is_busy = true;
  item->has_newer_draft = false;
  vault::VaultChanges changes;
  changes.kept.push_back({item->receipt_id, vault::RecordType::Receipt, kept_data::kReceiptSchema, json_from_receipt(item->receipt), item->receipt_version});
  vault->change(std::move(changes), Durability::Relaxed, while_open<Outcome>([item](State& state, const Outcome& kept) {
    // Where it could not be kept it is asked for again, and a draft is written with its next change.
    if (kept.ok()) ++item->receipt_version;
    state.end_busy(item);
  }));
}

void Outbox::keep_answer_draft(const std::string& case_id, const std::string& question_id, Personal<std::string> text) {
  const auto found = state_->items.find(case_id);
  if (!state_->may_use_vault() || found == state_->items.end()) return;
  const ItemHandle item = found->second;
  auto& questions = item->receipt.questions;
  const auto question = std::find_if(questions.begin(), questions.end(), [&question_id](const kept_data::ReceiptQuestion& known) { return known.id == question_id; });
  if (question == questions.end()) return;
  question->draft = std::move(text);
  // The one tab that sends is the one that writes; what is under way takes the draft along, or is followed by it.
  item->has_newer_draft = state_->has_turn;
  if (item->has_newer_draft && !item->is_busy) state_->keep_draft(item);
  state_->tell();
}

}  // namespace stadttor::services::send_application
