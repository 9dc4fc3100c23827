// What the gateway says of a destination's key to browsers, which cannot check certificates: that it has, just now, and whether one of them
// was revoked. Signed with a key the site pins, and good for a day.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "programs/city/keys/key_folder.h"

namespace stadttor::city_server {

inline constexpr std::int64_t kStatementSeconds = 24 * 60 * 60;

// `jwk` is the destination's encryption key as its API gave it, asked for as `key_id`. A compact JWS (ES256) of {"destinationId",
// "jkt" (RFC 7638, SHA-256), "iat", "exp", "revocation": {"status": "good" or "revoked", "listedAt"}}. Refused where the key or its chain is not
// sound, or no current list says what was revoked; the lists are read anew for each statement.
Result<std::string> destination_statement(const GatewayKeys& keys, std::string_view destination_id, std::string_view key_id,
                                          std::string_view jwk, std::int64_t now);

}  // namespace stadttor::city_server
