#include "programs/city/fit_connect/case_access.h"

#include "programs/city/fit_connect/submission_problem.h"
#include "programs/city/fit_connect/submission_records.h"

namespace stadttor::city_server {

Result<std::optional<Answer>> find_case_refusal(DeliveryService& service, const Grant& grant, std::string_view case_id) {
  TRY_ASSIGN(const std::optional<SubmissionRecord> submission, find_submission_of_case(service.connection, case_id));
  if (!submission) return std::optional<Answer>(unknown_case_answer());
  const bool is_party = submission->client_id == grant.client_id() || grant.may_subscribe(submission->destination_id);
  return is_party ? std::nullopt : std::optional<Answer>(not_granted_answer());
}

}  // namespace stadttor::city_server
