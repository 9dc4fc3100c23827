// base64url without padding (RFC 4648, 5; RFC 7515, 2), the way JOSE writes bytes. Strict: one text for each value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stadttor::protocols::jose {

std::string base64url_from_bytes(std::string_view bytes);
// Nothing for padding, white space, other characters, or bits after the last byte that are not zero.
std::optional<std::string> parse_base64url(std::string_view text);

}  // namespace stadttor::protocols::jose
