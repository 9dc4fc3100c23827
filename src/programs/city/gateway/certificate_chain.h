// Whether a key's certificates lead to a root one trusts, and nothing on the way was revoked (RFC 5280), which a browser cannot ask.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/result.h"

namespace stadttor::city_server {

struct RevocationCheck {
  bool is_revoked = false;
  std::int64_t listed_at = 0;   // when the key's own authority signed its list; in seconds, as `now`
  std::int64_t good_until = 0;  // when the first of the lists has to be renewed
};

// `certificates` as x5c has them: base64 of DER, the key's own first. `root` and `revocation_lists` in PEM: a current one of each authority on
// the way has to be there. `now` in seconds. An error where nothing can be said of the chain, or it is no good; what was revoked is none.
Result<RevocationCheck> check_certificate_chain(const std::vector<std::string>& certificates, const std::string& root, const std::string& revocation_lists,
                                                std::int64_t now);

}  // namespace stadttor::city_server
