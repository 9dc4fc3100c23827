#include "services/send_application/delivery.h"

#include <algorithm>

namespace stadttor::services::send_application {

using protocols::fit_connect::EventKind;
using protocols::fit_connect::SecurityEvent;

namespace {

constexpr std::int64_t kFirstPause = 2'000;
constexpr std::int64_t kLongestPause = std::int64_t{15} * 60 * 1000;
constexpr std::int64_t kLongestWish = std::int64_t{24} * 60 * 60 * 1000;
constexpr std::int64_t kDeadline = std::int64_t{14} * 24 * 60 * 60 * 1000;

void forget_failures(Delivery& delivery) {
  delivery.attempts = 0;
  delivery.not_before = 0;
  delivery.is_uncertain = false;
  delivery.is_refused = false;
}

kept_data::ReceiptStep step_of(const SecurityEvent& event) {
  kept_data::ReceiptStep step{std::string(protocols::fit_connect::event_name(event.kind)), event.issued_at * 1000, {}};
  for (const auto& problem : event.problems) step.problems.push_back({problem.title.empty() ? problem.type : problem.title, problem.detail, problem.instance});
  return step;
}

// Logs only grow; a shorter one tells nothing new.
bool take_steps(Delivery& delivery, const std::vector<SecurityEvent>& events) {
  if (events.size() <= delivery.steps.size()) return false;
  delivery.steps.clear();
  for (const SecurityEvent& event : events) delivery.steps.push_back(step_of(event));
  return true;
}

std::string words_of(const SecurityEvent& event) {
  std::string words;
  for (const auto& problem : event.problems) words.append(words.empty() ? "" : "; ").append(problem.title.empty() ? problem.type : problem.title);
  return words;
}

}  // namespace

Action next_action(const Delivery& delivery, Instant now) {
  const bool is_over = delivery.state == DeliveryState::Accepted || delivery.state == DeliveryState::Rejected || delivery.state == DeliveryState::Stopped;
  if (is_over) return {ActionKind::Nothing};
  if (now < delivery.not_before) return {ActionKind::Wait, 0, delivery.not_before};
  switch (delivery.state) {
    case DeliveryState::Ready: return {ActionKind::Announce};
    case DeliveryState::Announced:
      if (delivery.uploaded < delivery.content->parts.attachments.size()) return {ActionKind::PutAttachment, delivery.uploaded};
      return {ActionKind::BeginSubmitting};
    case DeliveryState::Submitting: return {delivery.is_uncertain ? ActionKind::AskEvents : ActionKind::Submit};
    case DeliveryState::Sent: return {ActionKind::AskEvents};
    case DeliveryState::Accepted:
    case DeliveryState::Rejected:
    case DeliveryState::Stopped: break;
  }
  return {ActionKind::Nothing};
}

Keep note_announced(Delivery& delivery, protocols::fit_connect::AnnouncedSubmission announced) {
  delivery.state = DeliveryState::Announced;
  delivery.announced = std::move(announced);
  forget_failures(delivery);
  // Strict, like Submitting: whichever comes last before the last PUT, a second id after it would be a second application.
  return Keep::Strict;
}

Keep note_uploaded(Delivery& delivery) {
  ++delivery.uploaded;
  forget_failures(delivery);
  // Relaxed: an attachment that is put twice is the same attachment.
  return Keep::Relaxed;
}

Keep note_submitting(Delivery& delivery) {
  delivery.state = DeliveryState::Submitting;
  delivery.is_uncertain = false;
  return Keep::Strict;
}

Keep note_sent(Delivery& delivery) {
  delivery.state = DeliveryState::Sent;
  forget_failures(delivery);
  return Keep::Strict;
}

Keep note_failure(Delivery& delivery, ActionKind action, const Failure& failure, Instant now, std::uint32_t chance) {
  if (action == ActionKind::Submit) {
    delivery.is_uncertain = true;
    delivery.is_refused = !failure.may_work_later;
    if (delivery.is_refused) delivery.refusal = failure.detail;
  } else if (!failure.may_work_later && action != ActionKind::AskEvents) {
    delivery.state = DeliveryState::Stopped;
    delivery.refusal = failure.detail;
    return Keep::Strict;
  }
  const std::int64_t longest = std::min(kLongestPause, kFirstPause << std::min(delivery.attempts, 12U));
  const std::int64_t pause = static_cast<std::int64_t>(chance) % longest;
  ++delivery.attempts;
  delivery.not_before = now + std::max(pause, std::min(failure.wait_milliseconds, kLongestWish));
  return Keep::Relaxed;
}

std::optional<Keep> note_events(Delivery& delivery, const std::vector<SecurityEvent>& events) {
  const DeliveryState before = delivery.state;
  const bool has_news = take_steps(delivery, events);
  for (const SecurityEvent& event : events) {
    switch (event.kind) {
      case EventKind::Submitted:
        if (delivery.state == DeliveryState::Submitting) delivery.state = DeliveryState::Sent;
        break;
      case EventKind::Accepted: delivery.state = DeliveryState::Accepted; break;
      case EventKind::Rejected:
        delivery.state = DeliveryState::Rejected;
        delivery.refusal = words_of(event);
        break;
      case EventKind::Created:
      case EventKind::Notified:
      case EventKind::Forwarded:
      case EventKind::Replied:
      case EventKind::Deleted: break;
    }
  }
  if (delivery.state != before) {
    forget_failures(delivery);
    return Keep::Strict;
  }
  if (delivery.state == DeliveryState::Submitting && delivery.is_refused) {
    // It has not arrived, and will not: now that is certain.
    delivery.state = DeliveryState::Stopped;
    return Keep::Strict;
  }
  // It has not arrived: the same PUT, on the same id, with the same bytes.
  delivery.is_uncertain = false;
  if (delivery.state == DeliveryState::Sent) delivery.attempts = 0;
  // Relaxed: what is lost of it is asked for again.
  return has_news ? std::optional<Keep>(Keep::Relaxed) : std::nullopt;
}

Keep note_new_attempt(Delivery& delivery, Instant now) {
  forget_failures(delivery);
  delivery.refusal.clear();
  delivery.ready_since = now;
  if (delivery.announced.submission_id.empty()) {
    delivery.state = DeliveryState::Ready;
  } else if (delivery.uploaded < delivery.content->parts.attachments.size()) {
    delivery.state = DeliveryState::Announced;
  } else {
    // An earlier PUT may still have been on its way when the last one was refused.
    delivery.state = DeliveryState::Submitting;
    delivery.is_uncertain = true;
  }
  return Keep::Strict;
}

Instant deadline_of(const Delivery& delivery) { return delivery.ready_since + kDeadline; }

}  // namespace stadttor::services::send_application
