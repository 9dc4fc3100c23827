// Answers of the Submission API in JSON, in the order of its OpenAPI.
#pragma once

#include <string>
#include <vector>

#include "programs/city/exchange.h"
#include "programs/city/fit_connect/destination_records.h"
#include "programs/city/fit_connect/list_range.h"
#include "programs/city/fit_connect/submission_records.h"

namespace stadttor::city_server {

Answer json_answer(int status, std::string json);

std::string json_from_destination(const DestinationRecord& destination);
// SubmissionCreated.
std::string json_from_announced(const SubmissionRecord& submission);
// SubmissionReduced; with the encrypted content it is a Submission.
enum class WithContent : unsigned char { No, Yes };
std::string json_from_submission(const SubmissionRecord& submission, const std::vector<StoredAttachment>& attachments, WithContent with_content);
std::string json_from_pickup_list(const PickupList& list, const ListRange& range);

}  // namespace stadttor::city_server
