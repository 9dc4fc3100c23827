#include "forms/checks/contact_checks.h"

#include <algorithm>
#include <vector>

#include "forms/text_units.h"

namespace stadttor::forms {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_host(std::string_view host) {
  if (host.size() > 253 || host.find('.') == std::string_view::npos) return false;
  while (true) {
    const std::size_t dot = host.find('.');
    const std::string_view label = host.substr(0, dot);
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    const bool is_plain = std::all_of(label.begin(), label.end(), [](char c) {
      return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (!is_plain) return false;
    if (dot == std::string_view::npos) return label.size() >= 2 && !std::all_of(label.begin(), label.end(), is_digit);
    host.remove_prefix(dot + 1);
  }
}

// Letters and digits in capitals, anything between as one space; empty where it has another sign.
std::string plate_parts(std::string_view entered) {
  std::string parts;
  for (std::size_t at = 0; at < entered.size();) {
    const std::uint32_t point = next_code_point(entered, at);
    const bool is_capital = (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9') || point == 0xc4 || point == 0xd6 || point == 0xdc;
    const bool is_small = (point >= 'a' && point <= 'z') || point == 0xe4 || point == 0xf6 || point == 0xfc;
    if (is_capital || is_small) {
      append_code_point(is_small ? point - 0x20 : point, parts);
    } else if (point == ' ' || point == '-' || point == 0xb7 || point == 0x2013) {
      if (!parts.empty() && parts.back() != ' ') parts.push_back(' ');
    } else {
      return {};
    }
  }
  while (!parts.empty() && parts.back() == ' ') parts.pop_back();
  return parts;
}

}  // namespace

bool is_email_address(std::string_view text) {
  constexpr std::size_t kLongest = 254;
  constexpr std::size_t kLongestName = 64;
  const std::size_t at = text.find('@');
  if (text.size() > kLongest || at == std::string_view::npos || at == 0 || at > kLongestName) return false;
  const std::string_view name = text.substr(0, at);
  if (name.front() == '.' || name.back() == '.' || name.find("..") != std::string_view::npos) return false;
  static constexpr std::string_view kSigns = "!#$%&'*+/=?^_`{|}~.-";
  const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kSigns.find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
  });
  return is_plain && is_host(text.substr(at + 1));
}

bool is_phone_number(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      ++digits;
    } else if (!(text[i] == '+' && i == 0) && std::string_view(" ()/-.").find(text[i]) == std::string_view::npos) {
      return false;
    }
  }
  return digits >= 5 && digits <= 15;
}

bool is_postcode(std::string_view text) {
  return text.size() == 5 && std::all_of(text.begin(), text.end(), is_digit) && text >= "01001" && text <= "99998";
}

std::optional<std::string> parse_licence_plate(std::string_view entered) {
  const std::string parts = plate_parts(entered);
  const std::size_t space = parts.find(' ');
  if (space == std::string::npos) return {};
  const std::string_view district = std::string_view(parts).substr(0, space);
  std::string rest = parts.substr(space + 1);
  rest.erase(std::remove(rest.begin(), rest.end(), ' '), rest.end());
  const std::size_t letters = std::min(rest.find_first_of("0123456789"), rest.size());
  std::size_t end = letters;
  while (end < rest.size() && is_digit(rest[end])) ++end;
  const std::string_view suffix = std::string_view(rest).substr(end);
  const bool has_right_parts = count_code_points(district) <= 3 && district.find_first_of("0123456789") == std::string_view::npos && letters >= 1 &&
                               letters <= 2 && static_cast<unsigned char>(rest[0]) < 0x80 && end - letters >= 1 && end - letters <= 4 && rest[letters] != '0';
  const bool has_right_size = count_code_points(district) + rest.size() <= 8;
  if (!has_right_parts || !has_right_size || !(suffix.empty() || suffix == "E" || suffix == "H")) return {};
  return std::string(district) + "-" + rest.substr(0, letters) + " " + rest.substr(letters);
}

}  // namespace stadttor::forms
