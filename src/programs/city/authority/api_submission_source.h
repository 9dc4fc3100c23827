// A SubmissionSource over the receiving side of a Submission API 1.1.3, asked as any authority's program would ask it: with an OAuth
// token of its own. How a request travels is the caller's affair: here within the server, elsewhere over HTTP.
#pragma once

#include <functional>
#include <mutex>

#include "foundation/json_reader.h"
#include "platform/clock.h"
#include "programs/city/authority/submission_source.h"
#include "programs/city/exchange.h"
#include "programs/city/keys/key_folder.h"

namespace stadttor::city_server::authority {

using SendRequest = std::function<Answer(IncomingRequest)>;

class ApiSubmissionSource : public SubmissionSource {
 public:
  ApiSubmissionSource(SendRequest send, ClientCredentials client, const platform::Clock& clock)
      : send_(std::move(send)), client_(std::move(client)), clock_(clock) {}

  Result<std::vector<WaitingSubmission>> request_waiting() override;
  Result<FetchedSubmission> request_submission(const std::string& submission_id) override;
  Result<std::string> request_attachment(const std::string& submission_id, const std::string& attachment_id) override;
  Result<std::vector<std::string>> request_events(const std::string& case_id) override;
  Result<std::string> request_service_keys() override;
  Outcome post_reply(const SealedReply& reply) override;
  Outcome post_event(const std::string& case_id, const std::string& token) override;

 private:
  Result<std::string> token();
  // With a token, and once more with a new one where it was refused.
  Result<Answer> ask(IncomingRequest request);
  Result<std::string> body_of(const std::string& path);
  // Calls `visit` with each page of a list until there is no further one.
  Outcome each_page(const std::string& path, const std::function<std::size_t(JsonReader)>& visit);

  SendRequest send_;
  ClientCredentials client_;
  const platform::Clock& clock_;
  std::mutex mutex_;  // of the token
  std::string token_;
  platform::Instant token_ends_at_ = 0;
};

}  // namespace stadttor::city_server::authority
