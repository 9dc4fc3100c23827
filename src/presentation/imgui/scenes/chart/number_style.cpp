#include "presentation/imgui/scenes/chart/number_style.h"

#include <cmath>
#include <optional>
#include <vector>

#include "foundation/decimal_text.h"

namespace stadttor::presentation::imgui::chart {

namespace {

// Digits of the scripts that CLDR's locales write numbers in by default: Latin, Arabic, Persian.
constexpr char32_t kZeros[] = {U'0', U'\u0660', U'\u06f0'};
constexpr std::size_t kGroup = 3;

struct Digit {
  std::size_t begin;
  std::size_t end;
  char32_t zero;
};

std::optional<Digit> digit_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  if (byte(at) >= '0' && byte(at) <= '9') return Digit{at, at + 1, U'0'};
  // All others are in the two bytes of UTF-8.
  const char32_t code = (byte(at) & 0xe0U) == 0xc0 ? static_cast<char32_t>((byte(at) & 0x1fU) << 6U | (byte(at + 1) & 0x3fU)) : 0;
  for (const char32_t zero : kZeros) {
    if (code >= zero && code < zero + 10) return Digit{at, at + 2, zero};
  }
  return {};
}

std::vector<Digit> digits_of(std::string_view text) {
  std::vector<Digit> digits;
  for (std::size_t at = 0; at < text.size();) {
    const auto digit = digit_at(text, at);
    if (digit) digits.push_back(*digit);
    at = digit ? digit->end : at + 1;
  }
  return digits;
}

}  // namespace

void NumberStyle::learn(std::string_view text, std::string_view number) {
  const bool is_negative = !number.empty() && number.front() == '-';
  if (is_negative) number.remove_prefix(1);
  const std::size_t before = number.substr(0, number.find('.')).size();
  const std::size_t count = before == number.size() ? before : number.size() - 1;
  const std::vector<Digit> digits = digits_of(text);
  // Written with other decimals than the program's number has, or within a sentence.
  if (digits.size() != count || count == 0) return;
  zero_ = digits.front().zero;
  if (is_negative && digits.front().begin > 0) minus_sign_ = text.substr(0, digits.front().begin);
  for (std::size_t i = 1; i < digits.size(); ++i) {
    const std::string_view between = text.substr(digits[i - 1].end, digits[i].begin - digits[i - 1].end);
    if (i == before && !between.empty()) decimal_sign_ = between;
    if (i < before && !between.empty()) group_sign_ = between;
  }
  // "1234", but "12 345": some languages group only long numbers.
  if (before == kGroup + 1 && digits[1].begin == digits[0].end) least_grouped_ = kGroup + 2;
}

std::string NumberStyle::written(double number, int decimals) const {
  const std::string plain = text_from_decimal(std::abs(number), decimals);
  const std::size_t before = plain.substr(0, plain.find('.')).size();
  std::string text = number < 0 ? minus_sign_ : std::string();
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (i == before) {
      text.append(decimal_sign_);
      continue;
    }
    if (i > 0 && i < before && (before - i) % kGroup == 0 && before >= least_grouped_) text.append(group_sign_);
    text.append(digit(plain[i]));
  }
  return text;
}

std::string NumberStyle::digit(char ascii) const {
  if (zero_ == U'0') return std::string(1, ascii);
  const char32_t code = zero_ + static_cast<char32_t>(ascii - '0');
  return {static_cast<char>(0xc0U | code >> 6U), static_cast<char>(0x80U | (code & 0x3fU))};
}

}  // namespace stadttor::presentation::imgui::chart
