// One report on its way: where it stands, and what may be done next. Pure: no clock, no network, no store. Nothing is done before the change it
// depends on has been kept. GeoReport knows no repeatable post, so one whose answer was lost is asked for before it is sent again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kept_data/kept_report.h"
#include "platform/record_store.h"
#include "protocols/open311/earlier_report.h"

namespace stadttor::services::report_defect {

using platform::Durability;
using platform::Instant;

struct Delivery {
  kept_data::Report report;
  // Not kept: after a crash nothing has been checked, and a post may have been sent.
  bool is_checked = false;    // against what the city asks for now
  bool is_uncertain = false;  // the last post has no certain answer
};

// As it is read from the store.
Delivery delivery_from(kept_data::Report report);

enum class ActionKind : unsigned char { Check, BeginPosting, Post, AskEarlier, AskNumber, Wait, Nothing };

struct Action {
  ActionKind kind = ActionKind::Nothing;
  Instant until = 0;  // of Wait
};

Action next_action(const Delivery& delivery, Instant now);

// How safely a change has to be kept before the next action; nothing: it need not be.
using Keep = std::optional<Durability>;

Keep note_checked(Delivery& delivery);
Keep note_posting(Delivery& delivery, Instant now);
Keep note_posted(Delivery& delivery, const protocols::open311::ReportReceipt& receipt);
Keep note_earlier(Delivery& delivery, const protocols::open311::EarlierReport& earlier);
// The answer to AskNumber; without a number it is asked for later.
Keep note_number(Delivery& delivery, const std::string& number, Instant now);

struct Failure {
  bool may_work_later = false;
  std::int64_t wait_milliseconds = 0;  // the server's own wish
  std::string trouble;                 // report_trouble.h
  std::string detail;
};
// `chance` is a random number; the pause grows with each failure and is spread over its whole length (full jitter).
Keep note_failure(Delivery& delivery, ActionKind action, const Failure& failure, Instant now, std::uint32_t chance);

// The citizen wants it tried again after it was Stopped, or now where it waits.
Keep note_new_attempt(Delivery& delivery);
// What the citizen says of an Unclear one: it is there, or it is to be sent again.
Keep note_it_is_there(Delivery& delivery);

}  // namespace stadttor::services::report_defect
