#include "programs/city/authority/collecting.h"

#include <algorithm>

#include "platform/native/cryptography_native.h"
#include "platform/native/event_loop_native.h"
#include "programs/city/authority/inbox_records.h"
#include "programs/city/event_log.h"
#include "protocols/jose/json_web_signature.h"

namespace stadttor::city_server::authority {
namespace {

using protocols::fit_connect::EventKind;
using protocols::fit_connect::SecurityEvent;
using protocols::jose::JsonWebKey;

Error unconfirmed(const std::string& submission_id, const char* why) { return {ErrorKind::Tampered, submission_id, why, NextStep::None}; }

Outcome verify(const JsonWebKey& key, protocols::jose::UnverifiedJws jws) {
  TRY(protocols::jose::check_signature_key(key, jws.header.key_id));
  platform::NativeEventLoop loop;
  platform::NativeCryptography cryptography(loop);
  Outcome outcome = Error{ErrorKind::Cancelled, "signature", "was not answered", NextStep::None};
  protocols::jose::verify_jws(cryptography, key, std::move(jws), [&outcome](Outcome answer) { outcome = std::move(answer); });
  loop.run();
  return outcome;
}

// The service's word that this was submitted, with the tags of what was.
Result<SecurityEvent> find_submit_event(const std::vector<std::string>& tokens, const std::vector<JsonWebKey>& keys,
                                        const WaitingSubmission& waiting, const std::string& issuer) {
  for (const std::string& token : tokens) {
    auto jws = protocols::jose::parse_jws(token);
    if (!jws.ok()) continue;
    auto event = protocols::fit_connect::parse_security_event(jws.value().payload, jws.value().header.type);
    if (!event.ok() || event.value().kind != EventKind::Submitted) continue;
    const bool is_about_it = event.value().subject == "submission:" + waiting.submission_id && event.value().transaction == "case:" + waiting.case_id;
    if (!is_about_it) continue;
    if (event.value().issuer != issuer || !event.value().has_tags) return unconfirmed(waiting.submission_id, "submit event of somebody else, or without tags");
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const JsonWebKey& known) { return known.key_id == jws.value().header.key_id; });
    if (key == keys.end()) return unconfirmed(waiting.submission_id, "signed with a key the delivery service does not have");
    TRY(verify(*key, std::move(jws).value()));
    return event;
  }
  return unconfirmed(waiting.submission_id, "no event says that it was submitted");
}

class Collector {
 public:
  Collector(SubmissionSource& source, Connection& connection, std::string issuer, std::int64_t now)
      : source_(source), connection_(connection), issuer_(std::move(issuer)), now_(now) {}

  Result<Collected> collect() {
    TRY_ASSIGN(const std::vector<WaitingSubmission> waiting, source_.request_waiting());
    Collected collected;
    for (const WaitingSubmission& submission : waiting) {
      TRY_ASSIGN(const bool is_known, has_application(connection_, submission.submission_id));
      if (is_known) continue;
      const Outcome taken = take(submission);
      if (taken.ok()) {
        ++collected.taken;
        continue;
      }
      ++collected.left;
      log_event(LogLevel::Warning, "submission_left", {{"submission", submission.submission_id}, {"problem", text_from_error(taken.error())}});
    }
    return collected;
  }

 private:
  Outcome take(const WaitingSubmission& waiting) {
    if (keys_.empty()) {
      TRY_ASSIGN(const std::string key_set, source_.request_service_keys());
      TRY_ASSIGN(keys_, protocols::jose::parse_json_web_key_set(key_set, "delivery service's keys"));
    }
    TRY_ASSIGN(const std::vector<std::string> tokens, source_.request_events(waiting.case_id));
    TRY_ASSIGN(const SecurityEvent submitted, find_submit_event(tokens, keys_, waiting, issuer_));
    TRY_ASSIGN(FetchedSubmission fetched, source_.request_submission(waiting.submission_id));

    InboxApplication application;
    application.entry.submission_id = waiting.submission_id;
    application.entry.case_id = waiting.case_id;
    application.entry.destination_id = waiting.destination_id;
    application.entry.service_identifier = std::move(fetched.service_identifier);
    application.entry.service_name = std::move(fetched.service_name);
    application.entry.submitted_at = submitted.issued_at;
    application.entry.received_at = now_;
    application.metadata_jwe = std::move(fetched.metadata_jwe);
    application.data_jwe = std::move(fetched.data_jwe);
    application.confirmed = submitted.tags;
    for (const std::string& id : fetched.attachment_ids) {
      TRY_ASSIGN(std::string jwe, source_.request_attachment(waiting.submission_id, id));
      application.attachments.emplace_back(id, std::move(jwe));
    }
    return keep_application(connection_, application);
  }

  SubmissionSource& source_;
  Connection& connection_;
  std::string issuer_;
  std::int64_t now_;
  std::vector<JsonWebKey> keys_;
};

}  // namespace

Result<Collected> collect_submissions(SubmissionSource& source, Connection& connection, const std::string& issuer, std::int64_t now) {
  return Collector(source, connection, issuer, now).collect();
}

}  // namespace stadttor::city_server::authority
