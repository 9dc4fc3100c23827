#include "attachments/orientation.h"

#include "attachments/byte_order.h"

namespace stadttor::attachments {

namespace {

constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr std::size_t kEntrySize = 12;
constexpr int kAsItLies = 1;
constexpr int kLastOrientation = 8;

}  // namespace

int orientation_of(std::string_view tiff) {
  const bool is_little_endian = tiff.substr(0, 4) == std::string_view("II*\0", 4);
  if (!is_little_endian && tiff.substr(0, 4) != std::string_view("MM\0*", 4)) return kAsItLies;
  const auto number_16 = [&](std::size_t at) { return is_little_endian ? little_endian_16(tiff, at) : big_endian_16(tiff, at); };
  const std::size_t directory = is_little_endian ? little_endian_32(tiff, 4) : big_endian_32(tiff, 4);
  if (directory >= tiff.size()) return kAsItLies;
  const std::size_t count = number_16(directory);
  for (std::size_t entry = 0; entry < count; ++entry) {
    const std::size_t at = directory + 2 + entry * kEntrySize;
    if (at + kEntrySize > tiff.size()) break;
    if (number_16(at) != kOrientationTag) continue;
    const int orientation = static_cast<int>(number_16(at + 8));
    return orientation >= kAsItLies && orientation <= kLastOrientation ? orientation : kAsItLies;
  }
  return kAsItLies;
}

std::string tiff_with_orientation(int orientation) {
  // Header, one entry (tag, type SHORT, count 1, value), no further directory.
  std::string tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  tiff.push_back(static_cast<char>(orientation));
  tiff.append(6, '\0');
  return tiff;
}

}  // namespace stadttor::attachments
