#include "services/send_application/case_list.h"

#include <algorithm>

namespace stadttor::services::send_application {

namespace {

CaseProgress progress_of(DeliveryState state) {
  switch (state) {
    case DeliveryState::Ready:
    case DeliveryState::Announced:
    case DeliveryState::Submitting: return CaseProgress::Sending;
    case DeliveryState::Sent: return CaseProgress::Sent;
    case DeliveryState::Accepted: return CaseProgress::Accepted;
    case DeliveryState::Rejected: return CaseProgress::Rejected;
    case DeliveryState::Stopped: break;
  }
  return CaseProgress::Stopped;
}

void tell_unsealed(const UnsealedApplication& unsealed, Case& shown) {
  const bool goes_on = shown.trouble.trouble == Trouble::None || may_pass(shown.trouble.trouble);
  shown.progress = goes_on ? CaseProgress::Preparing : CaseProgress::Stopped;
  shown.next_attempt = goes_on && shown.trouble.trouble != Trouble::None ? unsealed.not_before : 0;
  shown.files = unsealed.plain.attachments.size();
}

void tell_delivery(const Delivery& delivery, Case& shown) {
  shown.progress = progress_of(delivery.state);
  shown.number = delivery.announced.case_id;
  shown.steps = delivery.steps;
  shown.files = delivery.content->parts.attachments.size();
  shown.files_sent = std::min(delivery.uploaded, shown.files);
  if (is_over(shown.progress)) return;
  shown.next_attempt = delivery.attempts > 0 ? delivery.not_before : 0;
  shown.deadline = deadline_of(delivery);
}

// Without a delivery: its last step says how it ended.
CaseProgress end_of(const kept_data::Receipt& receipt) {
  const auto is = [&receipt](const char* event) {
    return std::any_of(receipt.steps.begin(), receipt.steps.end(), [event](const kept_data::ReceiptStep& step) { return step.event == event; });
  };
  if (is("accept-submission")) return CaseProgress::Accepted;
  return is("reject-submission") ? CaseProgress::Rejected : CaseProgress::Stopped;
}

}  // namespace

bool is_over(CaseProgress progress) {
  return progress == CaseProgress::Accepted || progress == CaseProgress::Rejected || progress == CaseProgress::Stopped;
}

bool is_answer(const Case& known) { return !known.receipt.answer_in.empty(); }

const Case* find_answer(const std::vector<Case>& cases, const Case& asked, const kept_data::ReceiptQuestion& question) {
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const Case& known) {
    return known.receipt.answer_in == asked.id && known.receipt.answer_to == question.id;
  });
  return found == cases.end() ? nullptr : &*found;
}

bool has_open_question(const std::vector<Case>& cases, const Case& asked) {
  const auto& questions = asked.receipt.questions;
  return std::any_of(questions.begin(), questions.end(), [&](const kept_data::ReceiptQuestion& question) { return find_answer(cases, asked, question) == nullptr; });
}

const Case* find_case(const std::vector<Case>* cases, std::string_view id) {
  if (cases == nullptr) return nullptr;
  for (const Case& known : *cases) {
    if (known.id == id) return &known;
  }
  return nullptr;
}

Case case_from(const CaseSources& sources) {
  Case shown;
  shown.id = sources.id;
  shown.receipt = sources.receipt;
  // Pages have no use for it.
  shown.receipt.reply_key.forget();
  shown.trouble = sources.trouble;
  shown.number = sources.receipt.number;
  shown.steps = sources.receipt.steps;
  if (!sources.is_kept) return shown;
  if (sources.unsealed != nullptr) {
    tell_unsealed(*sources.unsealed, shown);
  } else if (sources.delivery != nullptr) {
    tell_delivery(*sources.delivery, shown);
  } else {
    shown.progress = end_of(sources.receipt);
  }
  return shown;
}

}  // namespace stadttor::services::send_application
