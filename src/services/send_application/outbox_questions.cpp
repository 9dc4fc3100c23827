// What the authority asks back: looked for whenever the event log is, and more and more seldom for what is over; kept with the receipt.
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

}  // namespace stadttor::services::send_application
