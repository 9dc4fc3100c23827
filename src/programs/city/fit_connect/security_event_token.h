// Security Event Tokens (RFC 8417) as the delivery service and the authority write them: what happened to a submission, signed by
// who says so. How they are read and believed is protocols/fit_connect's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "programs/city/keys/private_key.h"
#include "protocols/fit_connect/security_event.h"

namespace stadttor::city_server {

struct EventStatement {
  std::string issuer;  // the delivery service's name, or the destination's id
  std::string submission_id;
  std::string case_id;
  std::string name;            // "accept-submission"
  std::string content = "{}";  // of the event, a JSON object
  std::int64_t issued_at = 0;  // seconds since 1970
  std::string reply_id = {};   // of what is said about a reply: that one instead of the submission
};

struct EventToken {
  std::string id;  // jti
  std::string compact;
};

Result<EventToken> sign_event(const SigningKey& key, const EventStatement& statement);

// What accept-submission and submit-submission say: the tags of what came.
std::string content_from_tags(const protocols::fit_connect::AuthenticationTags& tags);
// What reject-submission says.
std::string content_from_problems(const std::vector<protocols::fit_connect::EventProblem>& problems);

}  // namespace stadttor::city_server
