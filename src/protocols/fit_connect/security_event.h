// What the event log says about a submission: Security Event Tokens (RFC 8417), signed by the delivery service or by the authority.
// Nothing of them is shown before signature, issuer, subject and the tags of what was sent have been checked.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"
#include "protocols/fit_connect/dialect.h"

namespace stadttor::protocols::fit_connect {

// Replied is about a reply, all others are about a submission.
enum class EventKind : unsigned char { Created, Submitted, Notified, Forwarded, Accepted, Rejected, Deleted, Replied };

// "submit-submission": as it is called in the schema.
std::string_view event_name(EventKind kind);

// Why an authority refused, in its words (RFC 7807).
struct EventProblem {
  std::string type;
  std::string title;
  std::string detail;
  std::string instance;  // "metadata", "data", "attachment:<id>"
};

// The authentication tags of the JWEs, as the sender keeps them and events repeat them.
struct AuthenticationTags {
  std::string metadata;
  std::string data;
  std::map<std::string, std::string> attachments;
};

struct SecurityEvent {
  EventKind kind = EventKind::Created;
  std::string id;       // jti
  std::string issuer;   // the delivery service's origin, or the destination's id
  std::string subject;  // "submission:<id>" or "reply:<id>"
  std::string transaction;  // "case:<id>"
  std::int64_t issued_at = 0;  // seconds since 1970
  bool has_tags = false;
  AuthenticationTags tags;
  std::vector<EventProblem> problems;
};

// The payload of a token whose header says secevent+jwt.
Result<SecurityEvent> parse_security_event(std::string_view payload, std::string_view type);

// Who may say what about this submission.
struct EventExpectation {
  AnnouncedSubmission submission;
  std::string destination_id;
  std::string service_issuer;  // the delivery service's iss
  AuthenticationTags sent;
};

// Tampered where the event is about something else, comes from somebody who may not say it, or confirms other content than was sent.
Outcome check_event(const SecurityEvent& event, const EventExpectation& expected);

// The same for the word of an authority that it has sent a reply: which one, and what its parts are, is in the event.
Outcome check_reply_event(const SecurityEvent& event, const EventExpectation& expected);

// About another submission, or a reply, of the same case: nothing that has to be believed or refused here.
bool is_about_another_of_case(const SecurityEvent& event, const EventExpectation& expected);

// Whether `next` may follow: created, submitted, (notified), (forwarded), accepted or rejected, deleted.
bool may_follow(EventKind last, EventKind next);

}  // namespace stadttor::protocols::fit_connect
