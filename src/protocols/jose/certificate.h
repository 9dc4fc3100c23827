// What a key's certificate (x5c, RFC 7517, 4.7) says about itself: whose numbers it holds and when it holds good. Who signed it, and
// whether that may be believed, is asked where chains can be checked; a browser cannot.
#pragma once

#include <string>
#include <string_view>

#include "platform/cryptography.h"
#include "platform/locale.h"

namespace stadttor::protocols::jose {

struct Certificate {
  platform::RsaPublicNumbers key;
  platform::Instant not_before = 0;
  platform::Instant not_after = 0;
};

// Base64 of DER (X.509, RFC 5280), as x5c has it: with padding, not base64url. RSA keys only.
Result<Certificate> parse_certificate(std::string_view base64);

}  // namespace stadttor::protocols::jose
