// Web origins as they appear in security headers: checked strictly, because a wrong one would be read as a
// directive of the policy.
#pragma once

#include <string_view>

namespace stadttor::city_server {

// "https://host", "https://host:port", "https://*.host"; also http, wss and ws. No path, no user, no blanks.
bool is_origin(std::string_view text);

}  // namespace stadttor::city_server
