// What a receiver does: which submissions wait, one of them, its attachments. What has been accepted or rejected is not given out
// any more.
#include <algorithm>

#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/submission_json.h"
#include "programs/city/fit_connect/submission_problem.h"
#include "protocols/fit_connect/destination.h"

namespace stadttor::city_server {
namespace {

bool can_be_fetched(const SubmissionRecord& submission) {
  return submission.state == SubmissionState::Submitted || submission.state == SubmissionState::Forwarded;
}

Result<Answer> pickup_answer(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  std::vector<std::string> destinations = grant.subscribed_destinations();
  if (destinations.empty()) return not_granted_answer();
  if (const std::string_view wanted = value_of(request.query, "destinationId"); !wanted.empty()) {
    if (!grant.may_subscribe(wanted)) return not_granted_answer();
    destinations.assign(1, std::string(wanted));
  }
  const ListRange range = list_range_of(request);
  TRY_ASSIGN(const PickupList list, submissions_for_pickup(service.connection, destinations, range.limit, range.offset));
  return json_answer(200, json_from_pickup_list(list, range));
}

// Calls `answer` with the submission named in the path, if this caller may fetch it.
template <class Answering>
Result<Answer> with_submission(DeliveryService& service, const Grant& grant, const IncomingRequest& request, Answering answer) {
  const std::string_view id = value_of(request.path_values, "submissionId");
  if (!protocols::fit_connect::is_uuid(id)) return malformed_answer("submissionId ist keine UUID.");
  TRY_ASSIGN(const std::optional<SubmissionRecord> submission, find_submission(service.connection, id));
  if (!submission) return unknown_submission_answer();
  if (!grant.may_subscribe(submission->destination_id)) return not_granted_answer();
  if (!can_be_fetched(*submission)) return unknown_submission_answer();
  TRY_ASSIGN(const std::vector<StoredAttachment> attachments, read_attachments(service.connection, id));
  return answer(*submission, attachments);
}

Result<Answer> submission_answer(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  return with_submission(service, grant, request, [](const SubmissionRecord& submission, const std::vector<StoredAttachment>& attachments) {
    return json_answer(200, json_from_submission(submission, attachments, WithContent::Yes));
  });
}

Result<Answer> attachment_answer(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  const std::string_view id = value_of(request.path_values, "attachmentId");
  return with_submission(service, grant, request, [id](const SubmissionRecord&, const std::vector<StoredAttachment>& attachments) {
    const auto found = std::find_if(attachments.begin(), attachments.end(), [id](const StoredAttachment& one) { return one.id == id; });
    if (found == attachments.end()) {
      return submission_problem(404, "attachment-not-found", "Anlage nicht gefunden", "Die Einreichung hat keine Anlage mit dieser Kennung.");
    }
    Answer answer;
    answer.content_type = "application/jose";
    answer.body = found->jwe;
    return answer;
  });
}

}  // namespace

void add_receiving_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  const std::string submissions = "/submission-api/v1/submissions";
  routes.add({"GET", submissions, "application/json", served_with_grant(service, pickup_answer)});
  routes.add({"GET", submissions + "/{submissionId}", "application/json", served_with_grant(service, submission_answer)});
  routes.add({"GET", submissions + "/{submissionId}/attachments/{attachmentId}", "application/json", served_with_grant(service, attachment_answer)});
}

}  // namespace stadttor::city_server
