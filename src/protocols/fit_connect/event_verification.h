// From tokens of the event log to events that may be shown: signatures, issuers, subjects, tags and order are checked here, with the
// keys of the authority and of the delivery service.
#pragma once

#include <string>
#include <vector>

#include "protocols/fit_connect/security_event.h"
#include "protocols/fit_connect/submission_client.h"

namespace stadttor::protocols::fit_connect {

// All of them outlive the answer; it does not come once the client has gone. Tampered as soon as one token is not what it claims to
// be; events of kinds this portal does not know are left out, and what the same case's log says of other submissions and of replies.
void verify_events(platform::Cryptography& cryptography, SubmissionClient& client, EventExpectation expected, std::vector<std::string> tokens,
                   Answer<std::vector<SecurityEvent>> answer);

// Only what the authority says of its replies; `expected.submission` names the case.
void verify_reply_events(platform::Cryptography& cryptography, SubmissionClient& client, EventExpectation expected, std::vector<std::string> tokens,
                         Answer<std::vector<SecurityEvent>> answer);

}  // namespace stadttor::protocols::fit_connect
