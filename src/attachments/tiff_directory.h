// Finds entries in a TIFF block (TIFF 6.0), the form in which Exif (CIPA DC-008) comes in every kind of picture. Whatever lies outside the
// block is not there; nothing is followed that could lead in a circle.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "attachments/byte_order.h"

namespace stadttor::attachments {

struct TiffEntry {
  std::size_t at = 0;  // of its value, or of the place where the value lies
  std::uint32_t type = 0;
  std::uint32_t count = 0;
};

class TiffBlock {
 public:
  explicit TiffBlock(std::string_view bytes)
      : bytes_(bytes), is_little_endian_(bytes.substr(0, 4) == std::string_view("II*\0", 4)), is_one_(is_little_endian_ || bytes.substr(0, 4) == std::string_view("MM\0*", 4)) {}

  bool is_one() const { return is_one_; }
  std::uint32_t number_8(std::size_t at) const { return byte_at(bytes_, at); }
  std::uint32_t number_16(std::size_t at) const { return is_little_endian_ ? little_endian_16(bytes_, at) : big_endian_16(bytes_, at); }
  std::uint32_t number_32(std::size_t at) const { return is_little_endian_ ? little_endian_32(bytes_, at) : big_endian_32(bytes_, at); }
  bool has(std::size_t at, std::size_t size) const { return at <= bytes_.size() && size <= bytes_.size() - at; }

  std::size_t first_directory() const { return number_32(4); }

  std::optional<TiffEntry> find(std::size_t directory, std::uint32_t tag) const {
    constexpr std::size_t kEntrySize = 12;
    if (!is_one_ || directory >= bytes_.size()) return std::nullopt;
    const std::size_t count = number_16(directory);
    for (std::size_t entry = 0; entry < count; ++entry) {
      const std::size_t at = directory + 2 + entry * kEntrySize;
      if (!has(at, kEntrySize)) break;
      if (number_16(at) == tag) return TiffEntry{at + 8, number_16(at + 2), number_32(at + 4)};
    }
    return std::nullopt;
  }

 private:
  std::string_view bytes_;
  bool is_little_endian_;
  bool is_one_;
};

}  // namespace stadttor::attachments
