// What the delivery service can see of a JWE (RFC 7516) without a key: that it is one, in FIT-Connect's profile, for the
// destination's present key. What is in it is nobody's business here.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "programs/city/exchange.h"

namespace stadttor::city_server {

// Stands for the key of somebody whom this service does not know.
inline constexpr std::string_view kAnyKey = "*";

// A refusal with 400 for what is no JWE at all, with 422 for one that the authority could not open. `content_types` are the ones
// that may stand in its header (cty); with none of them any will do.
std::optional<Answer> find_jwe_refusal(std::string_view compact, std::string_view key_id, const std::vector<std::string_view>& content_types);

}  // namespace stadttor::city_server
