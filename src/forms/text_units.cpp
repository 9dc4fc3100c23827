#include "forms/text_units.h"

namespace stadttor::forms {

std::uint32_t next_code_point(std::string_view text, std::size_t& at) {
  constexpr std::uint32_t kBroken = 0xfffd;
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const std::size_t following = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
  if (following == 0 || at + following > text.size()) return kBroken;
  std::uint32_t point = first & (0x3fU >> following);
  for (std::size_t i = 0; i < following; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xc0) != 0x80) return kBroken;
    point = point << 6 | (next & 0x3f);
  }
  at += following;
  return point;
}

void append_code_point(std::uint32_t point, std::string& text) {
  const auto byte = [&text](std::uint32_t value) { text.push_back(static_cast<char>(value)); };
  if (point < 0x80) return byte(point);
  if (point < 0x800) {
    byte(0xc0 | point >> 6);
  } else {
    if (point < 0x10000) {
      byte(0xe0 | point >> 12);
    } else {
      byte(0xf0 | point >> 18);
      byte(0x80 | (point >> 12 & 0x3f));
    }
    byte(0x80 | (point >> 6 & 0x3f));
  }
  byte(0x80 | (point & 0x3f));
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  return count;
}

std::size_t count_utf16_units(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += next_code_point(text, at) > 0xffff ? 2 : 1;
  return count;
}

std::string utf16_part_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::string part;
  std::size_t unit = 0;
  for (std::size_t at = 0; at < text.size() && unit < end;) {
    const std::size_t from = at;
    const std::size_t units = next_code_point(text, at) > 0xffff ? 2 : 1;
    if (unit >= begin && unit + units <= end) part.append(text.substr(from, at - from));
    unit += units;
  }
  return part;
}

}  // namespace stadttor::forms
