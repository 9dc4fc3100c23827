#include "protocols/fit_connect/security_event.h"

#include "protocols/jose/json_web_signature.h"
#include "support/authority.h"
#include "support/later_answers.h"

using namespace stadttor;
using namespace stadttor::protocols;
using namespace stadttor::protocols::fit_connect;
using testing::authority;
using testing::error_of;
using Json = nlohmann::json;

namespace {

const std::string kDestination = "4f2c9f6e-0f4b-4a55-9c42-9a0e2f6d3c11";
const std::string kService = "https://fit.musterstadt.example";

Json payload_of(const char* event, const std::string& issuer, Json content = Json::object()) {
  return {{"$schema", "https://schema.fitko.de/fit-connect/set-payload/1.2.2/set-payload.schema.json"},
          {"iss", issuer},
          {"iat", 1795593600},
          {"jti", "0f6a3e52-8a57-4b71-a9c1-0b1f3f5b8e21"},
          {"sub", "submission:f39ab143-d91a-474a-b69f-b00f1a1873c2"},
          {"txn", "case:7c1f9b5e-3b0a-4e7d-9e51-51f7a5d0a1b2"},
          {"events", {{std::string("https://schema.fitko.de/fit-connect/events/") + event, content}}}};
}

Json tags() { return {{"authenticationTags", {{"metadata", "m"}, {"data", "d"}, {"attachments", {{"a1", "t1"}}}}}}; }

EventExpectation expectation() {
  return {{"f39ab143-d91a-474a-b69f-b00f1a1873c2", "7c1f9b5e-3b0a-4e7d-9e51-51f7a5d0a1b2"}, kDestination, kService, {"m", "d", {{"a1", "t1"}}}};
}

// "" where the event may be shown.
std::string refusal_of(const Json& payload) {
  const auto event = parse_security_event(payload.dump(), "secevent+jwt");
  if (!event.ok()) return event.error().detail;
  const Outcome outcome = check_event(event.value(), expectation());
  return outcome.ok() ? "" : outcome.error().detail;
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("an acceptance signed by the authority is read and believed") {
    const auto jws = jose::parse_jws(authority()["event"].get<std::string>());
    if (!CHECK(jws.ok())) return;
    const auto event = parse_security_event(jws.value().payload, jws.value().header.type);
    if (!CHECK(event.ok())) return;
    CHECK(event.value().kind == EventKind::Accepted);
    CHECK(event.value().issued_at == 1795593600);
    EventExpectation expected = expectation();
    CHECK(error_of(check_event(event.value(), expected)) == ErrorKind::Tampered);
    expected.sent = event.value().tags;
    CHECK(check_event(event.value(), expected).ok());
  }

  TEST_CASE("each event may come from whom FIT-Connect lets say it, and from nobody else") {
    CHECK(refusal_of(payload_of("create-submission", kService)) == "");
    CHECK(refusal_of(payload_of("submit-submission", kService, tags())) == "");
    CHECK(refusal_of(payload_of("notify-submission", kService)) == "");
    CHECK(refusal_of(payload_of("delete-submission", kService)) == "");
    CHECK(refusal_of(payload_of("forward-submission", kDestination)) == "");
    CHECK(refusal_of(payload_of("accept-submission", kDestination, tags())) == "");
    CHECK(refusal_of(payload_of("reject-submission", kDestination)) == "");
    CHECK(refusal_of(payload_of("reject-submission", kService)) == "");
    CHECK(refusal_of(payload_of("create-submission", kDestination)) == "from somebody who may not say this");
    CHECK(refusal_of(payload_of("accept-submission", kService, tags())) == "from somebody who may not say this");
    CHECK(refusal_of(payload_of("accept-submission", "https://elsewhere.example", tags())) == "from somebody who may not say this");
  }

  TEST_CASE("an event about something else, or that confirms other content, is not believed") {
    Json event = payload_of("submit-submission", kService, tags());
    event["sub"] = "submission:00000000-0000-0000-0000-000000000000";
    CHECK(refusal_of(event) == "about another submission");
    event = payload_of("submit-submission", kService, tags());
    event["txn"] = "case:00000000-0000-0000-0000-000000000000";
    CHECK(refusal_of(event) == "about another case");
    CHECK(refusal_of(payload_of("submit-submission", kService)) == "confirms nothing");
    for (const char* what : {"metadata", "data"}) {
      Json other = tags();
      other["authenticationTags"][what] = "x";
      CHECK(refusal_of(payload_of("submit-submission", kService, other)) == "confirms other content than was sent");
    }
    Json fewer = tags();
    fewer["authenticationTags"]["attachments"].clear();
    CHECK(refusal_of(payload_of("accept-submission", kDestination, fewer)) == "confirms other content than was sent");
  }

  TEST_CASE("what is no event of this interface is refused") {
    Json event = payload_of("create-submission", kService);
    CHECK(error_of(parse_security_event(event.dump(), "JWT")) == ErrorKind::Tampered);
    event["events"]["https://schema.fitko.de/fit-connect/events/delete-submission"] = Json::object();
    CHECK(refusal_of(event) == "not exactly one event");
    event["events"] = Json::object();
    CHECK(refusal_of(event) == "not exactly one event");
    CHECK(error_of(parse_security_event(payload_of("invent-submission", kService).dump(), "secevent+jwt")) == ErrorKind::NotSupported);
    event = payload_of("create-submission", kService);
    event["$schema"] = "https://elsewhere.example";
    CHECK(refusal_of(event) == "of another schema");
    event = payload_of("create-submission", kService);
    event["iat"] = -1;
    CHECK(refusal_of(event) == "issued at no time");
    event.erase("iat");
    CHECK_FALSE(parse_security_event(event.dump(), "secevent+jwt").ok());
  }

  TEST_CASE("the reasons of a rejection come with it") {
    const Json problems = {{"problems", {{{"type", "https://schema.fitko.de/fit-connect/events/problems/hash-mismatch"}, {"title", "Prüfsumme"}, {"detail", "…"}, {"instance", "data"}}}}};
    const auto event = parse_security_event(payload_of("reject-submission", kDestination, problems).dump(), "secevent+jwt");
    if (!CHECK(event.ok())) return;
    if (!CHECK(event.value().problems.size() == 1)) return;
    CHECK(event.value().problems[0].title == "Prüfsumme");
    CHECK(event.value().problems[0].instance == "data");
  }

  TEST_CASE("events follow each other as an application goes") {
    CHECK(may_follow(EventKind::Created, EventKind::Submitted));
    CHECK(may_follow(EventKind::Submitted, EventKind::Accepted));
    CHECK(may_follow(EventKind::Notified, EventKind::Forwarded));
    CHECK(may_follow(EventKind::Accepted, EventKind::Deleted));
    CHECK_FALSE(may_follow(EventKind::Created, EventKind::Accepted));
    CHECK_FALSE(may_follow(EventKind::Accepted, EventKind::Rejected));
    CHECK_FALSE(may_follow(EventKind::Rejected, EventKind::Accepted));
    CHECK_FALSE(may_follow(EventKind::Submitted, EventKind::Deleted));
  }
}
