// Numbers that carry check digits: IBAN (ISO 13616) and the tax identification number (§ 139b AO, ISO 7064 MOD 11,10).
#pragma once

#include <string>
#include <string_view>

namespace stadttor::forms {

enum class NumberFault : unsigned char { None, Characters, Country, Length, Pattern, CheckDigits };

// Without spaces, in capitals: "DE89370400440532013000".
std::string normal_iban(std::string_view entered);
// "DE89 3704 0044 0532 0130 00", as it is read.
std::string grouped_iban(std::string_view iban);
// Precondition: normal.
NumberFault check_iban(std::string_view iban);

// Digits only.
std::string normal_tax_id(std::string_view entered);
NumberFault check_tax_id(std::string_view tax_id);

}  // namespace stadttor::forms
