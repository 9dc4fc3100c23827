// One application on its way to the authority: where it stands, and what may be done next. Pure: no clock, no network, no store. Each
// change that has to outlive a crash says so, and nothing is done before the change it depends on has been kept.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kept_data/receipt.h"
#include "platform/locale.h"
#include "platform/record_store.h"
#include "protocols/fit_connect/sealing.h"

namespace stadttor::services::send_application {

using platform::Durability;
using platform::Instant;

// Stored names (delivery_record.h): only ever added to.
enum class DeliveryState : unsigned char {
  Ready,       // sealed; the ledger has it
  Announced,   // the delivery service knows of it: from now on the one id it may arrive under
  Submitting,  // the last PUT may have been sent
  Sent,
  Accepted,
  Rejected,
  Stopped,  // refused for good before it arrived; the citizen decides
};

// Sealed once. Every attempt sends these bytes.
struct DeliveryContent {
  protocols::fit_connect::SealedSubmission parts;
  protocols::fit_connect::Announcement announcement;
};

struct Delivery {
  std::shared_ptr<const DeliveryContent> content;

  DeliveryState state = DeliveryState::Ready;
  protocols::fit_connect::AnnouncedSubmission announced;
  std::size_t uploaded = 0;  // attachments that have arrived
  unsigned attempts = 0;     // failures in a row
  Instant not_before = 0;    // of the next attempt
  Instant ready_since = 0;
  std::string refusal;       // what the server said, of a Stopped or Rejected one
  std::vector<kept_data::ReceiptStep> steps;  // what the event log has told so far, verified
  // The last PUT has no certain answer: ask before it is repeated. Not kept: after a crash it is so for every Submitting one.
  bool is_uncertain = false;
  bool is_refused = false;  // the last PUT was refused; it stops unless the event log knows better
};

enum class ActionKind : unsigned char { Announce, PutAttachment, BeginSubmitting, Submit, AskEvents, Wait, Nothing };

struct Action {
  ActionKind kind = ActionKind::Nothing;
  std::size_t attachment = 0;
  Instant until = 0;  // of Wait
};

Action next_action(const Delivery& delivery, Instant now);

// How safely the delivery has to be kept after a change, before the next action.
using Keep = Durability;

// -- what actions lead to
Keep note_announced(Delivery& delivery, protocols::fit_connect::AnnouncedSubmission announced);
Keep note_uploaded(Delivery& delivery);
Keep note_submitting(Delivery& delivery);
Keep note_sent(Delivery& delivery);

struct Failure {
  bool may_work_later = false;
  std::int64_t wait_milliseconds = 0;  // the server's own wish
  std::string detail;
};
// `chance` is a random number; the pause grows with each failure and is spread over its whole length (full jitter).
Keep note_failure(Delivery& delivery, ActionKind action, const Failure& failure, Instant now, std::uint32_t chance);

// The citizen wants it tried again after it was Stopped: on the same id where it has one, asked first.
Keep note_new_attempt(Delivery& delivery, Instant now);

// What the event log says, verified. Nothing where it changes nothing that has to be kept.
std::optional<Keep> note_events(Delivery& delivery, const std::vector<protocols::fit_connect::SecurityEvent>& events);

// Fourteen days after which the service rejects what nobody fetched; shown to the citizen.
Instant deadline_of(const Delivery& delivery);

}  // namespace stadttor::services::send_application
