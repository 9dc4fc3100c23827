#include "vault/recovery_code.h"

#include <cstdint>

namespace stadttor::vault {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kBytes = 16;
constexpr std::size_t kDataDigits = 26;  // 128 bits and two zeros
constexpr std::size_t kDigits = 32;      // with six check digits: eight groups of four
constexpr std::size_t kGroup = 4;

// CRC-30 (CDMA), one value for six digits: finds every wrong digit and every exchange of two neighbours. It guards against slips,
// not against anybody.
std::uint32_t check_of(std::string_view bits) {
  constexpr std::uint32_t kPolynomial = 0x2030b9c7U;
  constexpr std::uint32_t kMask = (1U << 30U) - 1U;
  std::uint32_t rest = kMask;
  for (const char byte : bits) {
    rest ^= static_cast<std::uint32_t>(static_cast<unsigned char>(byte)) << 22U;
    for (int bit = 0; bit < 8; ++bit) rest = ((rest & (1U << 29U)) != 0 ? rest << 1U ^ kPolynomial : rest << 1U) & kMask;
  }
  return rest;
}

// The digit's value; 32 for what is to be passed over, 33 for what is none.
unsigned value_of(char c) {
  if (c == ' ' || c == '-') return 32;
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const std::size_t found = kAlphabet.find(c);
  return found == std::string_view::npos ? 33 : static_cast<unsigned>(found);
}

// By trying: the check of 30 bits takes a thousand near misses apart.
RecoveryFault fault_of_digits(std::string& digits) {
  const auto found = [](std::size_t digit) { return RecoveryFault{RecoveryFault::Kind::InGroup, static_cast<int>(digit / kGroup) + 1}; };
  for (std::size_t at = 0; at < digits.size(); ++at) {
    const char typed = digits[at];
    for (const char other : kAlphabet) {
      digits[at] = other;
      if (other != typed && parse_recovery_code(digits)) return found(at);
    }
    digits[at] = typed;
    if (at + 1 == digits.size()) break;
    std::swap(digits[at], digits[at + 1]);
    if (parse_recovery_code(digits)) return found(at);
    std::swap(digits[at], digits[at + 1]);
  }
  return {};
}

}  // namespace

Secret recovery_code_from(std::string_view bits) {
  std::string digits;
  std::uint32_t pending = 0;
  unsigned count = 0;
  for (const char byte : bits) {
    pending = pending << 8U | static_cast<unsigned char>(byte);
    for (count += 8; count >= 5; count -= 5) digits.push_back(kAlphabet[pending >> (count - 5) & 31U]);
  }
  if (count > 0) digits.push_back(kAlphabet[pending << (5 - count) & 31U]);
  const std::uint32_t check = check_of(bits);
  for (unsigned shift = 30; shift > 0; shift -= 5) digits.push_back(kAlphabet[check >> (shift - 5) & 31U]);
  std::string code;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % kGroup == 0) code.push_back('-');
    code.push_back(digits[i]);
  }
  const Secret wiped(std::move(digits));
  return Secret(std::move(code));
}

std::optional<Secret> parse_recovery_code(std::string_view text) {
  std::string bits;
  std::uint32_t pending = 0;
  std::uint32_t check = 0;
  unsigned count = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    const unsigned value = value_of(c);
    if (value == 32) continue;
    if (value == 33 || ++digits > kDigits) return std::nullopt;
    if (digits > kDataDigits) {
      check = check << 5U | value;
      continue;
    }
    pending = pending << 5U | value;
    count += 5;
    if (count >= 8) {
      count -= 8;
      bits.push_back(static_cast<char>(pending >> count & 0xffU));
    }
  }
  const bool ends_with_zeros = (pending & ((1U << count) - 1U)) == 0;
  const bool is_right = digits == kDigits && bits.size() == kBytes && ends_with_zeros && check_of(bits) == check;
  Secret secret(std::move(bits));
  if (!is_right) return std::nullopt;
  return secret;
}

std::optional<RecoveryFault> find_recovery_fault(std::string_view text) {
  using Kind = RecoveryFault::Kind;
  if (parse_recovery_code(text)) return std::nullopt;
  std::string digits;
  const auto group_of = [](std::size_t digit) { return static_cast<int>(digit / kGroup) + 1; };
  std::optional<RecoveryFault> fault;
  std::size_t in_group = 0;
  bool has_groups = false;
  for (std::size_t at = 0; at <= text.size() && !fault; ++at) {
    const unsigned value = at == text.size() ? 32 : value_of(text[at]);
    if (value == 33) fault = RecoveryFault{Kind::InGroup, group_of(digits.size())};
    if (value < 32) {
      digits.push_back(kAlphabet[value]);
      ++in_group;
    } else if (value == 32 && in_group > 0) {
      has_groups = has_groups || at < text.size();
      if (has_groups && in_group % kGroup != 0) fault = RecoveryFault{Kind::InGroup, group_of(digits.size() - in_group)};
      in_group = 0;
    }
  }
  if (!fault && digits.size() != kDigits) fault = RecoveryFault{digits.size() < kDigits ? Kind::TooShort : Kind::TooLong, 0};
  if (!fault) fault = fault_of_digits(digits);
  Secret(std::move(digits)).wipe();
  return fault;
}

}  // namespace stadttor::vault
