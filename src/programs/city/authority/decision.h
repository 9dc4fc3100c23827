// What an authority says about an application: taken, or refused for reasons, as a Security Event Token (RFC 8417) that the
// citizen's portal verifies. Signed once; sent again are the same bytes.
#pragma once

#include <string>
#include <vector>

#include "programs/city/authority/inbox_records.h"
#include "programs/city/authority/problem_types.h"
#include "programs/city/keys/private_key.h"

namespace stadttor::city_server::authority {

// In the clerk's words.
struct DecisionProblem {
  std::string type;      // URI; "about:blank" for a notice with no type of its own (RFC 9457, 4.2.1)
  std::string title;
  std::string detail;
  std::string instance;  // "data", "metadata", "attachment:<id>", "submission"
  std::string pointer;   // RFC 6901, into the data; a member of ours besides RFC 9457's, may be empty
};

enum class Verdict : unsigned char { Accept, Reject };

struct Decision {
  Verdict verdict = Verdict::Accept;
  // Of a rejection: why, at least one. Of an acceptance: notices for the citizen.
  std::vector<DecisionProblem> problems;
};

Result<std::string> signed_decision(const SigningKey& key, const InboxApplication& application, const Decision& decision, std::int64_t now);

}  // namespace stadttor::city_server::authority
