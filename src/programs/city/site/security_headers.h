// The security headers of every answer (reference/security.md C6): what a page may load, who may frame it, which
// powers it has. One place, so that a change of policy is one change.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "programs/city/exchange.h"

namespace stadttor::city_server {

struct SecurityPolicy {
  std::vector<std::string> connect_origins;  // from the manifest; each passed is_origin()
  std::vector<std::string> embed_origins;    // from the manifest and the operator; each passed is_origin()
};

enum class Transport : unsigned char { Plain, Encrypted };

std::string content_security_policy(const SecurityPolicy& policy);

// Adds the fields that fit the answer's content type: all of them to what can run script, fewer to other files.
void add_security_headers(Answer& answer, const SecurityPolicy& policy, Transport transport);

}  // namespace stadttor::city_server
