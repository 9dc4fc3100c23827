// Where applications come from, as the inbox needs it: the receiving side of a Submission API (v1.1.3), spoken to with a
// subscriber's token. Answers are as the API gave them: nothing has been verified.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "foundation/result.h"

namespace stadttor::city_server::authority {

struct WaitingSubmission {
  std::string destination_id;
  std::string submission_id;
  std::string case_id;
};

struct FetchedSubmission {
  WaitingSubmission waiting;
  std::string service_identifier;
  std::string service_name;
  std::string metadata_jwe;
  std::string data_jwe;
  std::vector<std::string> attachment_ids;
};

struct SealedReply {
  std::string reply_id;
  std::string case_id;
  std::string metadata_jwe;
  std::string data_jwe;
};

class SubmissionSource {
 public:
  virtual ~SubmissionSource() = default;

  // Of all the authority's destinations.
  virtual Result<std::vector<WaitingSubmission>> request_waiting() = 0;
  virtual Result<FetchedSubmission> request_submission(const std::string& submission_id) = 0;
  virtual Result<std::string> request_attachment(const std::string& submission_id, const std::string& attachment_id) = 0;
  // Security Event Tokens, the oldest first.
  virtual Result<std::vector<std::string>> request_events(const std::string& case_id) = 0;
  // The delivery service's keys, as a JWK set.
  virtual Result<std::string> request_service_keys() = 0;
  // What the authority answers in a case, encrypted for the citizen; the event that says what it consists of comes afterwards. The same
  // once more does no harm.
  virtual Outcome post_reply(const SealedReply& reply) = 0;
  // ChangedElsewhere where the case does not take this event (any more).
  virtual Outcome post_event(const std::string& case_id, const std::string& token) = 0;
};

}  // namespace stadttor::city_server::authority
