#include "services/report_defect/report_delivery.h"

#include <algorithm>

namespace stadttor::services::report_defect {

using kept_data::ReportState;
using protocols::open311::Arrival;

namespace {

constexpr Instant kFirstPause = 5'000;
constexpr Instant kLongestPause = 15 * 60'000;
// Batch servers give a number once a clerk has read the report.
constexpr Instant kBetweenQuestions = 10 * 60'000;

void forget_failures(kept_data::Report& report) {
  report.attempts = 0;
  report.not_before = 0;
  report.trouble.clear();
  report.detail.clear();
}

}  // namespace

Delivery delivery_from(kept_data::Report report) {
  Delivery delivery{std::move(report)};
  delivery.is_uncertain = delivery.report.state == ReportState::Posting;
  return delivery;
}

Action next_action(const Delivery& delivery, Instant now) {
  const kept_data::Report& report = delivery.report;
  const bool waits = report.not_before > now;
  switch (report.state) {
    case ReportState::Ready:
      if (waits) return {ActionKind::Wait, report.not_before};
      return {delivery.is_checked ? ActionKind::BeginPosting : ActionKind::Check};
    case ReportState::Posting:
      if (waits) return {ActionKind::Wait, report.not_before};
      return {delivery.is_uncertain ? ActionKind::AskEarlier : ActionKind::Post};
    case ReportState::Sent:
      if (!report.number.empty() || report.token.empty()) return {};
      return waits ? Action{ActionKind::Wait, report.not_before} : Action{ActionKind::AskNumber};
    case ReportState::Draft:
    case ReportState::Unclear:
    case ReportState::Stopped:
    case ReportState::Followed: break;
  }
  return {};
}

Keep note_checked(Delivery& delivery) {
  delivery.is_checked = true;
  return std::nullopt;
}

Keep note_posting(Delivery& delivery, Instant now) {
  delivery.report.state = ReportState::Posting;
  // Any attempt may be the one that arrives: they are looked for from the first to the last.
  if (delivery.report.posted_at == 0) delivery.report.posted_at = now;
  delivery.report.last_posted_at = now;
  delivery.is_uncertain = false;
  return Durability::Strict;
}

Keep note_posted(Delivery& delivery, const protocols::open311::ReportReceipt& receipt) {
  forget_failures(delivery.report);
  // An answer with neither number nor token is no receipt: whether anything arrived, nobody has said.
  const bool is_receipt = !receipt.id.empty() || !receipt.token.empty();
  delivery.report.state = is_receipt ? ReportState::Sent : ReportState::Unclear;
  delivery.report.number = receipt.id;
  delivery.report.token = receipt.token;
  delivery.report.notice = receipt.service_notice;
  delivery.is_uncertain = false;
  return Durability::Strict;
}

Keep note_earlier(Delivery& delivery, const protocols::open311::EarlierReport& earlier) {
  switch (earlier.arrival) {
    case Arrival::Arrived: return note_posted(delivery, {earlier.id, {}, {}});
    case Arrival::Perhaps:
      forget_failures(delivery.report);
      delivery.report.state = ReportState::Unclear;
      return Durability::Strict;
    case Arrival::NotSeen: break;
  }
  // Anew from the moment that has to be kept before the post. After a crash until then it is asked once more: nothing of this has to be kept.
  delivery.report.state = ReportState::Ready;
  delivery.is_checked = true;
  delivery.is_uncertain = false;
  return std::nullopt;
}

Keep note_number(Delivery& delivery, const std::string& number, Instant now) {
  delivery.report.number = number;
  delivery.report.not_before = number.empty() ? now + kBetweenQuestions : 0;
  delivery.report.attempts = 0;
  if (number.empty()) return Durability::Relaxed;
  delivery.report.token.clear();
  return Durability::Strict;
}

Keep note_failure(Delivery& delivery, ActionKind action, const Failure& failure, Instant now, std::uint32_t chance) {
  kept_data::Report& report = delivery.report;
  report.trouble = failure.trouble;
  report.detail = failure.detail;
  if (action == ActionKind::Post && failure.may_work_later) delivery.is_uncertain = true;
  // Nobody can be asked: only the citizen can tell, perhaps by telephone.
  if (action == ActionKind::AskEarlier && !failure.may_work_later) {
    report.state = ReportState::Unclear;
    return Durability::Strict;
  }
  if (action != ActionKind::AskNumber && !failure.may_work_later) {
    report.state = ReportState::Stopped;
    return Durability::Strict;
  }
  const Instant longest = std::min(kLongestPause, kFirstPause << std::min(report.attempts, 10U));
  const Instant spread = static_cast<Instant>(static_cast<double>(longest) * (static_cast<double>(chance) / 4294967296.0));
  const Instant usual = action == ActionKind::AskNumber ? kBetweenQuestions : std::max<Instant>(spread, 1'000);
  ++report.attempts;
  report.not_before = now + std::max(usual, failure.wait_milliseconds);
  return Durability::Relaxed;
}

Keep note_new_attempt(Delivery& delivery) {
  kept_data::Report& report = delivery.report;
  forget_failures(report);
  delivery.is_checked = false;
  if (report.state == ReportState::Stopped || report.state == ReportState::Unclear) {
    report.state = ReportState::Ready;
    // Whatever was sent before has been decided upon.
    report.posted_at = 0;
    return Durability::Strict;
  }
  return Durability::Relaxed;
}

Keep note_it_is_there(Delivery& delivery) {
  forget_failures(delivery.report);
  delivery.report.state = ReportState::Sent;
  return Durability::Strict;
}

}  // namespace stadttor::services::report_defect
