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

// Three bytes at a time: attachments have megabytes.
std::string base64url_from_bytes(std::string_view bytes) {
  std::string text((bytes.size() * 4 + 2) / 3, '\0');
  char* out = text.data();
  const auto byte = [&bytes](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])); };
  std::size_t at = 0;
  for (; at + 3 <= bytes.size(); at += 3) {
    const std::uint32_t bits = byte(at) << 16U | byte(at + 1) << 8U | byte(at + 2);
    for (unsigned shift = 24; shift > 0; shift -= 6) *out++ = kAlphabet[bits >> (shift - 6) & 63U];
  }
  const std::size_t rest = bytes.size() - at;
  if (rest == 0) return text;
  const std::uint32_t bits = byte(at) << 16U | (rest > 1 ? byte(at + 1) << 8U : 0U);
  for (unsigned shift = 24; shift > 18 - 6 * rest; shift -= 6) *out++ = kAlphabet[bits >> (shift - 6) & 63U];
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
