// JSON Web Signatures (RFC 7515), to be checked only: compact, PS512 or ES256. Read first, for the kid; then the key is found and
// checked (json_web_key.h), then the signature.
#pragma once

#include <string>
#include <string_view>

#include "protocols/jose/json_web_key.h"
#include "protocols/jose/protected_header.h"

namespace stadttor::protocols::jose {

// Nothing of it may be believed before verify_jws has answered.
struct UnverifiedJws {
  ProtectedHeader header;
  std::string payload;
  std::string signature;
  std::string signing_input;
};

Result<UnverifiedJws> parse_jws(std::string_view compact);

// `key` has passed check_signature_key. ErrorKind::Tampered where its algorithm, its kid or the signature does not fit.
void verify_jws(platform::Cryptography& cryptography, const JsonWebKey& key, UnverifiedJws jws, platform::Callback<Done> callback);

}  // namespace stadttor::protocols::jose
