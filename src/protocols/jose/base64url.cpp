#include "protocols/jose/base64url.h"

#include <array>
#include <cstdint>

namespace stadttor::protocols::jose {

namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned char kNoDigit = 0xff;

constexpr std::array<unsigned char, 256> digit_values() {
  std::array<unsigned char, 256> values{};
  for (auto& value : values) value = kNoDigit;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<unsigned char>(i);
  return values;
}

}  // namespace

std::string base64url_from_bytes(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char byte : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(byte);
    for (count += 8; count >= 6; count -= 6) text.push_back(kAlphabet[bits >> (count - 6) & 63U]);
  }
  if (count > 0) text.push_back(kAlphabet[bits << (6 - count) & 63U]);
  return text;
}

std::optional<std::string> parse_base64url(std::string_view text) {
  static constexpr std::array<unsigned char, 256> kValues = digit_values();
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char digit : text) {
    const unsigned char value = kValues[static_cast<unsigned char>(digit)];
    if (value == kNoDigit) return std::nullopt;
    bits = bits << 6U | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push_back(static_cast<char>(bits >> count & 0xffU));
    }
  }
  if ((bits & ((1U << count) - 1U)) != 0) return std::nullopt;
  return bytes;
}

}  // namespace stadttor::protocols::jose
