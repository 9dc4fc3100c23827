#include "protocols/fit_connect/security_event.h"

#include <array>
#include <optional>

#include "foundation/json_reader.h"

namespace stadttor::protocols::fit_connect {

namespace {

constexpr std::string_view kEvents = "https://schema.fitko.de/fit-connect/events/";
constexpr std::string_view kReply = "reply:";
constexpr std::string_view kPayloadSchema = "https://schema.fitko.de/fit-connect/set-payload/";

// In the order of EventKind.
constexpr std::array<std::string_view, 8> kNames = {"create-submission",  "submit-submission", "notify-submission", "forward-submission",
                                                    "accept-submission", "reject-submission", "delete-submission", "submit-reply"};

Error refused(const char* why) { return {ErrorKind::Tampered, "event", why, NextStep::ContactOffice}; }

std::optional<EventKind> kind_of(std::string_view uri) {
  if (uri.substr(0, kEvents.size()) != kEvents) return std::nullopt;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (uri.substr(kEvents.size()) == kNames[i]) return static_cast<EventKind>(i);
  }
  return std::nullopt;
}

void read_content(JsonReader reader, SecurityEvent& event) {
  if (JsonReader tags = reader.member("authenticationTags"); tags.exists()) {
    event.has_tags = true;
    event.tags.metadata = tags.required_text("metadata");
    event.tags.data = tags.optional_text("data");
    tags.each_member("attachments", [&event](const std::string& id, JsonReader tag) { event.tags.attachments[id] = tag.as_text(); });
  }
  reader.each("problems", [&event](JsonReader problem) {
    event.problems.push_back({problem.optional_text("type"), problem.optional_text("title"), problem.optional_text("detail"), problem.optional_text("instance")});
  });
}

bool is_same(const AuthenticationTags& a, const AuthenticationTags& b) {
  return a.metadata == b.metadata && a.data == b.data && a.attachments == b.attachments;
}

bool may_say(const SecurityEvent& event, const EventExpectation& expected) {
  const bool is_service = event.issuer == expected.service_issuer;
  const bool is_authority = event.issuer == expected.destination_id;
  switch (event.kind) {
    case EventKind::Created:
    case EventKind::Submitted:
    case EventKind::Notified:
    case EventKind::Deleted: return is_service;
    case EventKind::Forwarded:
    case EventKind::Replied:
    case EventKind::Accepted: return is_authority;
    // By the service where nobody fetched it in fourteen days.
    case EventKind::Rejected: return is_authority || is_service;
  }
  return false;
}

}  // namespace

std::string_view event_name(EventKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

Result<SecurityEvent> parse_security_event(std::string_view payload, std::string_view type) {
  if (type != "secevent+jwt") return refused("not a security event");
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(payload, "event"));
  JsonReader reader = document.root();
  SecurityEvent event;
  event.id = reader.required_text("jti");
  event.issuer = reader.required_text("iss");
  event.subject = reader.required_text("sub");
  event.transaction = reader.required_text("txn");
  const double issued_at = reader.required_number("iat");
  // Tokens of 2022 name no schema; later ones have to name one of version 1.
  const std::string schema = reader.text_or("$schema", kPayloadSchema);
  int events = 0;
  bool is_known = true;
  reader.each_member("events", [&](const std::string& uri, JsonReader content) {
    ++events;
    const auto kind = kind_of(uri);
    is_known = kind.has_value();
    event.kind = kind.value_or(EventKind::Created);
    read_content(content, event);
  });
  TRY(document.finish());
  if (issued_at < 0 || issued_at > 1e11) return refused("issued at no time");
  event.issued_at = static_cast<std::int64_t>(issued_at);
  if (schema.compare(0, kPayloadSchema.size(), kPayloadSchema) != 0) return refused("of another schema");
  if (events != 1) return refused("not exactly one event");
  if (!is_known) return Error{ErrorKind::NotSupported, "event", "of a kind this portal does not know", NextStep::None};
  return event;
}

Outcome check_event(const SecurityEvent& event, const EventExpectation& expected) {
  if (event.subject != "submission:" + expected.submission.submission_id) return refused("about another submission");
  if (event.transaction != "case:" + expected.submission.case_id) return refused("about another case");
  if (!may_say(event, expected)) return refused("from somebody who may not say this");
  const bool must_have_tags = event.kind == EventKind::Submitted || event.kind == EventKind::Accepted;
  if (must_have_tags && !event.has_tags) return refused("confirms nothing");
  if (event.has_tags && !is_same(event.tags, expected.sent)) return refused("confirms other content than was sent");
  return Done{};
}

Outcome check_reply_event(const SecurityEvent& event, const EventExpectation& expected) {
  if (event.subject.compare(0, kReply.size(), kReply) != 0) return refused("about no reply");
  if (event.transaction != "case:" + expected.submission.case_id) return refused("about another case");
  if (!may_say(event, expected)) return refused("from somebody who may not say this");
  return event.has_tags ? Outcome(Done{}) : Outcome(refused("confirms nothing"));
}

bool is_about_another_of_case(const SecurityEvent& event, const EventExpectation& expected) {
  return event.transaction == "case:" + expected.submission.case_id && event.subject != "submission:" + expected.submission.submission_id;
}

bool may_follow(EventKind last, EventKind next) {
  switch (next) {
    case EventKind::Created:
    case EventKind::Replied: return false;
    case EventKind::Submitted: return last == EventKind::Created;
    case EventKind::Notified: return last == EventKind::Submitted || last == EventKind::Notified;
    case EventKind::Forwarded:
    case EventKind::Accepted:
    case EventKind::Rejected: return last == EventKind::Submitted || last == EventKind::Notified || last == EventKind::Forwarded;
    case EventKind::Deleted: return last == EventKind::Created || last == EventKind::Accepted || last == EventKind::Rejected;
  }
  return false;
}

}  // namespace stadttor::protocols::fit_connect
