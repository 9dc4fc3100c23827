#include "forms/checks/check_digits.h"

#include <algorithm>
#include <array>

namespace stadttor::forms {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The countries of the IBAN registry and how long theirs is.
constexpr std::string_view kIbanLengths =
    "AD24AE23AL28AT20AX18AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GF27GI23GL18GP27GR27GT28"
    "HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MF27MK19MN20MQ27MR27MT31MU30NC27NI28NL18NO15OM23PF27"
    "PK24PL28PM27PS29PT25QA29RE27RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TF27TL23TN24TR26UA29VA22VG24WF27XK20YE30YT27";

// 0 where the country has none.
std::size_t iban_length_of(std::string_view country) {
  for (std::size_t at = 0; at < kIbanLengths.size(); at += 4) {
    if (kIbanLengths.substr(at, 2) == country) return static_cast<std::size_t>((kIbanLengths[at + 2] - '0') * 10 + kIbanLengths[at + 3] - '0');
  }
  return 0;
}

// Exactly one digit stands twice or three times among the first ten (three times: not in a row), all others at most once.
bool has_one_repeated_digit(std::string_view ten) {
  std::array<int, 10> counts{};
  for (const char digit : ten) ++counts[static_cast<std::size_t>(digit - '0')];
  int repeated = 0;
  for (std::size_t digit = 0; digit < counts.size(); ++digit) {
    if (counts[digit] > 3) return false;
    if (counts[digit] < 2) continue;
    ++repeated;
    if (counts[digit] == 3 && ten.find(std::string(3, static_cast<char>('0' + digit))) != std::string_view::npos) return false;
  }
  return repeated == 1;
}

}  // namespace

std::string normal_iban(std::string_view entered) {
  std::string iban;
  for (const char c : entered) {
    if (c != ' ' && c != '-' && c != '\t') iban.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return iban;
}

std::string grouped_iban(std::string_view iban) {
  std::string grouped;
  for (std::size_t i = 0; i < iban.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped.push_back(' ');
    grouped.push_back(iban[i]);
  }
  return grouped;
}

NumberFault check_iban(std::string_view iban) {
  if (!std::all_of(iban.begin(), iban.end(), [](char c) { return is_digit(c) || is_capital(c); })) return NumberFault::Characters;
  if (iban.size() < 4) return NumberFault::Length;
  const std::size_t length = iban_length_of(iban.substr(0, 2));
  if (length == 0) return NumberFault::Country;
  if (iban.size() != length) return NumberFault::Length;
  const std::string turned = std::string(iban.substr(4)) + std::string(iban.substr(0, 4));
  int remainder = 0;
  for (const char c : turned) remainder = is_digit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
  return remainder == 1 ? NumberFault::None : NumberFault::CheckDigits;
}

std::string normal_tax_id(std::string_view entered) {
  std::string digits;
  for (const char c : entered) {
    if (c != ' ' && c != '/' && c != '-') digits.push_back(c);
  }
  return digits;
}

NumberFault check_tax_id(std::string_view tax_id) {
  if (!std::all_of(tax_id.begin(), tax_id.end(), is_digit)) return NumberFault::Characters;
  if (tax_id.size() != 11) return NumberFault::Length;
  if (tax_id.front() == '0' || !has_one_repeated_digit(tax_id.substr(0, 10))) return NumberFault::Pattern;
  int product = 10;
  for (const char digit : tax_id.substr(0, 10)) {
    const int sum = (digit - '0' + product) % 10;
    product = (sum == 0 ? 10 : sum) * 2 % 11;
  }
  const int check = (11 - product) % 10;
  return check == tax_id.back() - '0' ? NumberFault::None : NumberFault::CheckDigits;
}

}  // namespace stadttor::forms
