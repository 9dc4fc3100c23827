#include "services/send_application/delivery.h"

#include <doctest/doctest.h>

#include "services/send_application/delivery_record.h"

using namespace stadttor;
using namespace stadttor::services::send_application;
using protocols::fit_connect::EventKind;
using protocols::fit_connect::SealedSubmission;
using protocols::fit_connect::SecurityEvent;

namespace {

Delivery ready() {
  DeliveryContent content;
  SealedSubmission& sealed = content.parts;
  sealed.metadata = "h.k.n.m.meta-tag";
  sealed.data = "h.k.n.d.data-tag";
  sealed.attachments = {{"a1", "h.k.n.a.file-tag"}};
  content.announcement = {"destination", "Hund \"anmelden\"", "urn:de:x", "DE09", {"a1"}};
  Delivery delivery;
  delivery.content = std::make_shared<const DeliveryContent>(std::move(content));
  delivery.ready_since = 1'000;
  return delivery;
}

SecurityEvent event(EventKind kind) {
  SecurityEvent happened;
  happened.kind = kind;
  return happened;
}

}  // namespace

TEST_SUITE("services") {
  TEST_CASE("an application goes step by step, and what decides where it arrives is kept strictly") {
    Delivery delivery = ready();
    CHECK(next_action(delivery, 0).kind == ActionKind::Announce);
    CHECK(note_announced(delivery, {"s", "c"}) == Durability::Strict);
    CHECK(next_action(delivery, 0).kind == ActionKind::PutAttachment);
    CHECK(note_uploaded(delivery) == Durability::Relaxed);
    CHECK(next_action(delivery, 0).kind == ActionKind::BeginSubmitting);
    CHECK(note_submitting(delivery) == Durability::Strict);
    CHECK(next_action(delivery, 0).kind == ActionKind::Submit);
    CHECK(note_sent(delivery) == Durability::Strict);
    CHECK(next_action(delivery, 0).kind == ActionKind::AskEvents);
    CHECK(note_events(delivery, {event(EventKind::Submitted)}) == Durability::Relaxed);
    CHECK(note_events(delivery, {event(EventKind::Submitted)}) == std::nullopt);
    CHECK(note_events(delivery, {event(EventKind::Submitted), event(EventKind::Accepted)}) == Durability::Strict);
    CHECK(next_action(delivery, 0).kind == ActionKind::Nothing);
    CHECK(deadline_of(delivery) == 1'000 + 14LL * 86'400'000);
  }

  TEST_CASE("after silence it is asked first, then the same is sent again") {
    Delivery delivery = ready();
    note_announced(delivery, {"s", "c"});
    note_uploaded(delivery);
    note_submitting(delivery);
    note_failure(delivery, ActionKind::Submit, {true, 0, "silence"}, 0, 0);
    CHECK(next_action(delivery, 0).kind == ActionKind::AskEvents);
    CHECK(note_events(delivery, {event(EventKind::Created)}) == Durability::Relaxed);
    CHECK(next_action(delivery, 0).kind == ActionKind::Submit);
    note_failure(delivery, ActionKind::Submit, {true, 0, "silence"}, 0, 0);
    CHECK(note_events(delivery, {event(EventKind::Created), event(EventKind::Submitted)}) == Durability::Strict);
    CHECK(delivery.state == DeliveryState::Sent);
  }

  TEST_CASE("a refusal stops it only when it is certain that nothing has arrived") {
    Delivery delivery = ready();
    note_announced(delivery, {"s", "c"});
    note_uploaded(delivery);
    note_submitting(delivery);
    note_failure(delivery, ActionKind::Submit, {false, 0, "HTTP 422"}, 0, 0);
    CHECK(next_action(delivery, 0).kind == ActionKind::AskEvents);
    Delivery arrived = delivery;
    CHECK(note_events(arrived, {event(EventKind::Submitted)}) == Durability::Strict);
    CHECK(arrived.state == DeliveryState::Sent);
    CHECK(note_events(delivery, {event(EventKind::Created)}) == Durability::Strict);
    CHECK(delivery.state == DeliveryState::Stopped);
    CHECK(delivery.refusal == "HTTP 422");

    Delivery early = ready();
    CHECK(note_failure(early, ActionKind::Announce, {false, 0, "HTTP 403"}, 0, 0) == Durability::Strict);
    CHECK(early.state == DeliveryState::Stopped);
  }

  TEST_CASE("pauses grow to a quarter of an hour, are spread, and respect the server's wish") {
    Delivery delivery = ready();
    note_failure(delivery, ActionKind::Announce, {true, 0, ""}, 0, 1'999);
    CHECK(delivery.not_before == 1'999);
    CHECK(next_action(delivery, 1'998).kind == ActionKind::Wait);
    CHECK(next_action(delivery, 1'998).until == 1'999);
    CHECK(next_action(delivery, 1'999).kind == ActionKind::Announce);
    note_failure(delivery, ActionKind::Announce, {true, 0, ""}, 0, 4'001);
    CHECK(delivery.not_before == 1);
    for (int i = 0; i < 50; ++i) note_failure(delivery, ActionKind::Announce, {true, 0, ""}, 0, 899'999);
    CHECK(delivery.not_before == 899'999);
    note_failure(delivery, ActionKind::Announce, {true, 3'600'000, ""}, 0, 5);
    CHECK(delivery.not_before == 3'600'000);
    note_failure(delivery, ActionKind::Announce, {true, 999'999'999'999, ""}, 0, 5);
    CHECK(delivery.not_before == 86'400'000);
  }

  TEST_CASE("a delivery is kept and read with everything that decides its way") {
    Delivery delivery = ready();
    note_announced(delivery, {"s", "c"});
    note_uploaded(delivery);
    note_submitting(delivery);
    const auto read = parse_delivery(json_from_delivery(delivery));
    if (!CHECK(read.ok())) return;
    CHECK(read.value().state == DeliveryState::Submitting);
    CHECK(read.value().is_uncertain);
    CHECK(read.value().uploaded == 1);
    CHECK(read.value().announced.submission_id == "s");
    CHECK(read.value().content->announcement.service_name == "Hund \"anmelden\"");
    CHECK(read.value().content->parts.data == "h.k.n.d.data-tag");
    CHECK(read.value().content->parts.tags.data == "data-tag");
    CHECK(read.value().content->parts.tags.attachments.at("a1") == "file-tag");
    CHECK_FALSE(parse_delivery("{}").ok());
    CHECK_FALSE(parse_delivery("").ok());
  }

  TEST_CASE("what was stopped is tried again where it stands, and asked about first where it may have arrived") {
    Delivery delivery = ready();
    note_failure(delivery, ActionKind::Announce, {false, 0, "refused"}, 0, 0);
    if (!CHECK(delivery.state == DeliveryState::Stopped)) return;
    CHECK(note_new_attempt(delivery, 5'000) == Durability::Strict);
    CHECK(next_action(delivery, 5'000).kind == ActionKind::Announce);
    CHECK(delivery.refusal.empty());
    note_announced(delivery, {"s", "c"});
    note_uploaded(delivery);
    note_submitting(delivery);
    note_failure(delivery, ActionKind::Submit, {false, 0, "refused"}, 5'000, 0);
    note_events(delivery, {event(EventKind::Created)});
    if (!CHECK(delivery.state == DeliveryState::Stopped)) return;
    note_new_attempt(delivery, 9'000);
    CHECK(next_action(delivery, 9'000).kind == ActionKind::AskEvents);
    CHECK(delivery.announced.submission_id == "s");
  }

  TEST_CASE("what the event log told is kept with the delivery, problems and all") {
    Delivery delivery = ready();
    delivery.state = DeliveryState::Sent;
    SecurityEvent refused = event(EventKind::Rejected);
    refused.issued_at = 1'795'593'600;
    refused.problems = {{"type", "Rasse fehlt", "Welche Rasse?", "data#/dog/breed"}};
    note_events(delivery, {event(EventKind::Created), event(EventKind::Submitted), refused});
    const auto read = parse_delivery(json_from_delivery(delivery));
    if (!CHECK(read.ok())) return;
    if (!CHECK(read.value().steps.size() == 3)) return;
    CHECK(read.value().steps[1].event == "submit-submission");
    CHECK(read.value().steps[2].when == 1'795'593'600'000);
    CHECK(read.value().steps[2].problems[0].instance == "data#/dog/breed");
    // A log that has become shorter takes nothing back.
    note_events(delivery, {event(EventKind::Created)});
    CHECK(delivery.steps.size() == 3);
  }
}
