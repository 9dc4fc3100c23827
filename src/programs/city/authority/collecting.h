// Takes waiting submissions from the delivery service into the inbox: encrypted, complete or not at all, and only where the
// service's signed event says that they were submitted.
#pragma once

#include <functional>

#include "programs/city/authority/submission_source.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server::authority {

struct Collected {
  int taken = 0;
  int left = 0;  // those that could not be taken; they stay where they are, and each is named in the log
};

// `issuer` is what the delivery service calls itself. An error only where the service cannot be asked at all.
Result<Collected> collect_submissions(SubmissionSource& source, Connection& connection, const std::string& issuer, std::int64_t now);

}  // namespace stadttor::city_server::authority
