// The calls a sender makes to a municipality's gateway, which adds the token and sees only what is encrypted. One call, one answer;
// what to do after a failure, and in which order calls come, is the outbox's (services/send_application).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "platform/http_client.h"
#include "protocols/fit_connect/destination.h"
#include "protocols/fit_connect/dialect.h"
#include "protocols/jose/json_web_key.h"
#include "protocols/retry_advice.h"

namespace stadttor::protocols::fit_connect {

using protocols::advice_for;
using protocols::Answer;
using protocols::RetryAdvice;

// A reply of an authority as it travels; its parts are JWEs.
struct SealedReply {
  std::string id;
  std::string metadata;
  std::string data;
};

// Once it is gone, no answer comes.
class SubmissionClient {
 public:
  // `gateway` is put before paths: "https://gateway.musterstadt.example/fit-connect".
  SubmissionClient(platform::HttpClient& http, const Dialect& dialect, std::string gateway);
  ~SubmissionClient();
  SubmissionClient(const SubmissionClient&) = delete;
  SubmissionClient& operator=(const SubmissionClient&) = delete;

  void request_destination(const std::string& id, Answer<Destination> answer);
  // Has passed every check of a key to encrypt for.
  void request_encryption_key(const Destination& destination, Answer<jose::JsonWebKey> answer);
  // The signing key of an authority, and those of the delivery service.
  void request_signature_key(const std::string& destination_id, const std::string& key_id, Answer<jose::JsonWebKey> answer);
  void request_service_keys(Answer<std::vector<jose::JsonWebKey>> answer);

  // What the gateway has found out about the chain of the key's certificates, which a browser cannot: a signed statement, unverified
  // (services/send_application/key_statement.h). Not of FIT-Connect.
  void request_key_statement(const std::string& destination_id, Answer<std::string> answer);

  // The one call that makes something new each time.
  void announce(const Announcement& announcement, Answer<AnnouncedSubmission> answer);
  // These two replace what is there: repeating them does no harm.
  void put_attachment(const std::string& submission_id, const std::string& attachment_id, std::string jwe, Answer<Done> answer);
  void submit(const std::string& submission_id, const std::string& metadata_jwe, const std::string& data_jwe, Answer<Done> answer);
  // Security Event Tokens, unverified, the oldest first.
  void request_events(const AnnouncedSubmission& submission, Answer<std::vector<std::string>> answer);
  // What the authority has answered in a case, encrypted and unverified. Not of 1.1.3, which lets a sender offer the channel and names no
  // resource for it: "/v1/cases/<id>/replies" is the reference city's own, until FIT-Connect publishes one.
  void request_replies(const std::string& case_id, Answer<std::vector<SealedReply>> answer);

 private:
  struct Requests;
  std::shared_ptr<Requests> requests_;
};

}  // namespace stadttor::protocols::fit_connect
