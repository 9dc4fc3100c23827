// How one is reached, and what stands on a car: addresses and numbers as citizens type them, brought into one spelling or refused.
// Whether they exist only the authority can know.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stadttor::forms {

// One @, a host with a dot, no spaces; letters of any script (RFC 6531).
bool is_email_address(std::string_view text);

// 5 to 15 digits with +, spaces, and ( ) / - between.
bool is_phone_number(std::string_view text);

// A German one: five digits, 01001 to 99998.
bool is_postcode(std::string_view text);

// "ms-ab 12 e" as "MS-AB 12E"; nothing where district and letters are not apart or too long (§ 9 FZV, annex 1).
std::optional<std::string> parse_licence_plate(std::string_view entered);

}  // namespace stadttor::forms
