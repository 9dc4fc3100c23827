// The event log of a case: read by both sides, and written by the authority, whose tokens are checked before they are taken.
#include <algorithm>
#include <array>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "platform/native/openssl_primitives.h"
#include "programs/city/fit_connect/case_events.h"
#include "programs/city/fit_connect/destination_records.h"
#include "programs/city/fit_connect/reply_records.h"
#include "programs/city/fit_connect/submission_json.h"
#include "programs/city/fit_connect/submission_problem.h"
#include "protocols/fit_connect/security_event.h"
#include "protocols/jose/json_web_signature.h"

namespace stadttor::city_server {
namespace {

using protocols::fit_connect::EventKind;
using protocols::fit_connect::SecurityEvent;

struct AuthorityEvent {
  EventKind kind;
  const char* name;
  SubmissionState state;  // afterwards
};

constexpr std::array<AuthorityEvent, 3> kAuthorityEvents = {{{EventKind::Forwarded, "forward-submission", SubmissionState::Forwarded},
                                                            {EventKind::Accepted, "accept-submission", SubmissionState::Accepted},
                                                            {EventKind::Rejected, "reject-submission", SubmissionState::Rejected}}};

const AuthorityEvent* find_authority_event(EventKind kind) {
  for (const AuthorityEvent& event : kAuthorityEvents) {
    if (event.kind == kind) return &event;
  }
  return nullptr;
}

Answer wrong_event_answer(std::string detail) {
  return submission_problem(422, "invalid-event", "Ereignis nicht annehmbar", std::move(detail));
}

Result<Answer> events_answer(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  const std::string_view case_id = value_of(request.path_values, "caseId");
  TRY_ASSIGN(const std::optional<SubmissionRecord> submission, find_submission_of_case(service.connection, case_id));
  if (!submission) return unknown_case_answer();
  const bool is_party = submission->client_id == grant.client_id() || grant.may_subscribe(submission->destination_id);
  if (!is_party) return not_granted_answer();
  const ListRange range = list_range_of(request);
  TRY_ASSIGN(const EventPage page, read_events(service.connection, case_id, range.limit, range.offset));
  JsonWriter json;
  json.begin_object().name("count").number(static_cast<std::int64_t>(page.tokens.size())).name("offset").number(range.offset);
  json.name("totalCount").number(page.total).name("eventLog").begin_list();
  for (const std::string& token : page.tokens) json.text(token);
  return json_answer(200, json.end_list().end_object().take());
}

// Whether the destination has signed it. The key is the one its header names, among the destination's own.
Result<bool> is_signed_by_destination(DeliveryService& service, const SubmissionRecord& submission, const protocols::jose::UnverifiedJws& jws) {
  TRY_ASSIGN(const std::optional<std::string> jwk, find_destination_key(service.connection, submission.destination_id, jws.header.key_id));
  if (!jwk) return false;
  TRY_ASSIGN(const protocols::jose::JsonWebKey key, protocols::jose::parse_json_web_key(*jwk, "destination key"));
  if (jws.header.algorithm != "PS512" || !protocols::jose::check_signature_key(key, jws.header.key_id).ok()) return false;
  TRY_ASSIGN(const platform::OwnedKey open, platform::rsa_public(key.rsa));
  return platform::verified_ps512(open.get(), jws.signing_input, jws.signature).ok();
}

bool may_change(SubmissionState state) { return state == SubmissionState::Submitted || state == SubmissionState::Forwarded; }

Result<std::optional<Answer>> find_event_refusal(DeliveryService& service, const SubmissionRecord& submission, const SecurityEvent& event) {
  if (event.issuer != submission.destination_id || find_authority_event(event.kind) == nullptr) {
    return std::optional<Answer>(wrong_event_answer("Dieses Ereignis darf nur sein Zustellpunkt melden, und nur annehmen, ablehnen oder weiterleiten."));
  }
  if (!may_change(submission.state)) {
    return std::optional<Answer>(submission_problem(409, "invalid-state-transition", "Zustandsübergang nicht möglich",
                                                    "Die Einreichung ist nicht in einem Zustand, in dem das geschehen kann."));
  }
  TRY_ASSIGN(const std::vector<StoredAttachment> attachments, read_attachments(service.connection, submission.submission_id));
  const protocols::fit_connect::EventExpectation expected{{submission.submission_id, submission.case_id}, submission.destination_id,
                                                          service.keys.issuer, tags_of(submission, attachments)};
  if (!protocols::fit_connect::check_event(event, expected).ok()) {
    return std::optional<Answer>(wrong_event_answer("Gegenstand, Vorgang oder Authentication-Tags passen nicht zur Einreichung."));
  }
  TRY_ASSIGN(const bool is_known, is_known_event(service.connection, event.id));
  if (is_known) return std::optional<Answer>(wrong_event_answer("Dieses Ereignis (jti) ist schon im Protokoll."));
  if (event.kind == EventKind::Rejected && event.problems.empty()) {
    return std::optional<Answer>(wrong_event_answer("Eine Ablehnung nennt mindestens einen Grund (problems)."));
  }
  return std::optional<Answer>();
}

Answer taken_answer() {
  Answer answer;
  answer.status = 204;
  return answer;
}

// "submission:<id>" or "reply:<id>"
std::string_view id_in(const std::string& subject) { return std::string_view(subject).substr(std::min(subject.find(':') + 1, subject.size())); }

bool is_same(const protocols::fit_connect::AuthenticationTags& a, const protocols::fit_connect::AuthenticationTags& b) {
  return a.metadata == b.metadata && a.data == b.data && a.attachments == b.attachments;
}

Result<Answer> post_reply_event(DeliveryService& service, const SubmissionRecord& submission, const SecurityEvent& event, const std::string& token) {
  const protocols::fit_connect::EventExpectation expected{{{}, submission.case_id}, submission.destination_id, service.keys.issuer, {}};
  TRY_ASSIGN(const std::optional<ReplyRecord> reply, find_reply(service.connection, id_in(event.subject)));
  const bool fits = protocols::fit_connect::check_reply_event(event, expected).ok() && reply && reply->case_id == submission.case_id && is_same(event.tags, tags_of(*reply));
  if (!fits) return wrong_event_answer("Gegenstand, Vorgang oder Authentication-Tags passen zu keiner Antwort.");
  if (reply->is_submitted) return submission_problem(409, "invalid-state-transition", "Zustandsübergang nicht möglich", "Die Antwort ist schon abgesendet.");
  TRY_ASSIGN(const bool is_known, is_known_event(service.connection, event.id));
  if (is_known) return wrong_event_answer("Dieses Ereignis (jti) ist schon im Protokoll.");
  const Outcome stored = service.connection.transact([&]() -> Outcome {
    TRY(append_event(service.connection, {submission.case_id, submission.submission_id, event.id, "submit-reply", token}));
    return mark_reply_submitted(service.connection, reply->reply_id);
  });
  TRY(stored);
  return taken_answer();
}

// A case has several submissions where a question was answered.
Result<SubmissionRecord> submission_meant(DeliveryService& service, const SubmissionRecord& last, const SecurityEvent& event) {
  TRY_ASSIGN(const std::optional<SubmissionRecord> named, find_submission(service.connection, id_in(event.subject)));
  return named && named->case_id == last.case_id ? *named : last;
}

Result<Answer> post_event(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  const std::string_view case_id = value_of(request.path_values, "caseId");
  TRY_ASSIGN(const std::optional<SubmissionRecord> last, find_submission_of_case(service.connection, case_id));
  if (!last) return unknown_case_answer();
  if (!grant.may_subscribe(last->destination_id)) return not_granted_answer();
  const Result<protocols::jose::UnverifiedJws> jws = protocols::jose::parse_jws(request.body);
  if (!jws.ok()) return malformed_answer("Der Inhalt ist kein Security Event Token (RFC 8417).");
  TRY_ASSIGN(const bool is_signed, is_signed_by_destination(service, *last, jws.value()));
  if (!is_signed) return wrong_event_answer("Die Signatur ist nicht die des Zustellpunkts (PS512).");
  const Result<SecurityEvent> event = protocols::fit_connect::parse_security_event(jws.value().payload, jws.value().header.type);
  if (!event.ok()) return wrong_event_answer("Das Security Event Token entspricht nicht dem Schema.");
  if (event.value().kind == EventKind::Replied) return post_reply_event(service, *last, event.value(), request.body);
  TRY_ASSIGN(const SubmissionRecord submission, submission_meant(service, *last, event.value()));
  TRY_ASSIGN(const std::optional<Answer> refusal, find_event_refusal(service, submission, event.value()));
  if (refusal) return *refusal;

  const AuthorityEvent& known = *find_authority_event(event.value().kind);
  const Outcome stored = service.connection.transact([&]() -> Outcome {
    TRY(append_event(service.connection, {submission.case_id, submission.submission_id, event.value().id, known.name, request.body}));
    return store_state(service.connection, submission.submission_id, known.state, service.now());
  });
  TRY(stored);
  return taken_answer();
}

}  // namespace

void add_event_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  const std::string events = "/submission-api/v1/cases/{caseId}/events";
  routes.add({"GET", events, "application/json", served_with_grant(service, events_answer)});
  routes.add({"POST", events, "application/jose", served_with_grant(service, post_event)});
}

}  // namespace stadttor::city_server
