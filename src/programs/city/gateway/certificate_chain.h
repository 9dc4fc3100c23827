// Whether a key's certificates lead to a root one trusts (RFC 5280), which a browser cannot ask. Revocation is not looked up: the
// test PKI publishes none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/result.h"

namespace stadttor::city_server {

// `certificates` as x5c has them: base64 of DER, the key's own first. `root` in PEM. `now` in seconds.
Outcome check_certificate_chain(const std::vector<std::string>& certificates, const std::string& root, std::int64_t now);

}  // namespace stadttor::city_server
