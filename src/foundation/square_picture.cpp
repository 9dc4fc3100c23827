#include "foundation/square_picture.h"

namespace stadttor {

namespace {

constexpr std::string_view kScheme = "squares:";
constexpr std::string_view kDigits = "0123456789abcdef";
constexpr int kLargest = 200;

std::size_t digits_for(int side) { return (static_cast<std::size_t>(side) * static_cast<std::size_t>(side) + 3) / 4; }

}  // namespace

std::string address_from_squares(const SquarePicture& picture) {
  std::string address(kScheme);
  address.append(std::to_string(picture.side)).append(":");
  for (std::size_t at = 0; at < picture.dark.size(); at += 4) {
    unsigned digit = 0;
    for (std::size_t bit = at; bit < at + 4; ++bit) digit = digit << 1U | (bit < picture.dark.size() && picture.dark[bit] ? 1U : 0U);
    address.push_back(kDigits[digit]);
  }
  return address;
}

std::optional<SquarePicture> parse_square_picture(std::string_view address) {
  if (address.substr(0, kScheme.size()) != kScheme) return std::nullopt;
  address.remove_prefix(kScheme.size());
  SquarePicture picture;
  for (; !address.empty() && address.front() >= '0' && address.front() <= '9' && picture.side <= kLargest; address.remove_prefix(1)) {
    picture.side = picture.side * 10 + (address.front() - '0');
  }
  if (picture.side == 0 || picture.side > kLargest || address.empty() || address.front() != ':') return std::nullopt;
  address.remove_prefix(1);
  if (address.size() != digits_for(picture.side)) return std::nullopt;
  for (const char c : address) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    for (unsigned bit = 4; bit > 0; --bit) picture.dark.push_back((digit >> (bit - 1) & 1U) != 0);
  }
  picture.dark.resize(static_cast<std::size_t>(picture.side) * static_cast<std::size_t>(picture.side));
  return picture;
}

}  // namespace stadttor
