// Who an application goes to: destination, key, and what the gateway states of it, asked for and checked before anything is sealed. What was
// checked last holds until the statement expires, so that sealing does not need a network at that moment.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "platform/clock.h"
#include "services/send_application/key_statement.h"
#include "services/send_application/trouble.h"

namespace stadttor::services::send_application {

struct CheckedRecipient {
  protocols::fit_connect::Destination destination;
  protocols::jose::JsonWebKey key;
  std::string thumbprint;  // RFC 7638
  platform::Instant good_until = 0;
};

// Either a recipient, or the trouble.
struct RecipientAnswer {
  std::optional<CheckedRecipient> recipient;
  TroubleMet trouble;
};

struct RecipientPorts {
  platform::Cryptography& cryptography;
  platform::Clock& clock;
  protocols::fit_connect::SubmissionClient& client;
};

class RecipientCheck {
 public:
  // `statement_key` is pinned in the city's pack. The ports outlive every answer.
  RecipientCheck(RecipientPorts ports, protocols::jose::JsonWebKey statement_key);
  ~RecipientCheck();
  RecipientCheck(const RecipientCheck&) = delete;
  RecipientCheck& operator=(const RecipientCheck&) = delete;

  // Asks anew; where nobody can be reached, what was found out before answers. None once this is gone.
  void check(const std::string& destination, std::function<void(const RecipientAnswer&)> answer);

 private:
  struct Known;
  struct Checking;
  std::shared_ptr<Known> known_;
};

// The schema an application for `service` (URN) has to follow there; `schema_uri` is the form's, empty where it has none.
Result<protocols::fit_connect::SubmissionSchema> agreed_schema(const protocols::fit_connect::Destination& destination, const std::string& service,
                                                               const std::string& schema_uri);

}  // namespace stadttor::services::send_application
