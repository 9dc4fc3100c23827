// What the gateway states of a destination's key: that the chain of its certificates leads to the administration's root and nothing of it was
// revoked, which a browser cannot find out. Signed, for a day at most, and believed only with the key the city's pack pins.
#pragma once

#include <string>
#include <string_view>

#include "platform/callback.h"
#include "platform/locale.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::services::send_application {

struct KeyStatement {
  std::string destination;
  std::string thumbprint;  // RFC 7638, SHA-256, base64url
  platform::Instant issued_at = 0;
  platform::Instant expires_at = 0;
  std::string revocation;           // "good" or "revoked": what the lists of the authorities say
  platform::Instant listed_at = 0;  // when that list was made
};

// The payload of a token whose header says destination-statement+jwt.
Result<KeyStatement> parse_key_statement(std::string_view payload, std::string_view type);

// What the statement has to be about, and when it is read.
struct StatementExpectation {
  std::string destination;
  std::string thumbprint;
  platform::Instant now = 0;
};
// TimedOut where it is too old, Tampered where it is about something else or leaves something out.
Outcome check_statement(const KeyStatement& statement, const StatementExpectation& expected);

// All of it: the signature by `pinned`, then the content. The answer is the statement that may be relied on; ServerRefused where it says that
// the key was revoked.
void verify_key_statement(platform::Cryptography& cryptography, const protocols::jose::JsonWebKey& pinned, std::string_view token,
                          StatementExpectation expected, platform::Callback<KeyStatement> callback);

}  // namespace stadttor::services::send_application
