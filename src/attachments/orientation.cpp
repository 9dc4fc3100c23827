#include "attachments/orientation.h"

#include "attachments/tiff_directory.h"

namespace stadttor::attachments {

namespace {

constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr int kAsItLies = 1;
constexpr int kLastOrientation = 8;

}  // namespace

int orientation_of(std::string_view tiff) {
  const TiffBlock block(tiff);
  const auto entry = block.find(block.first_directory(), kOrientationTag);
  if (!entry) return kAsItLies;
  const int orientation = static_cast<int>(block.number_16(entry->at));
  return orientation >= kAsItLies && orientation <= kLastOrientation ? orientation : kAsItLies;
}

std::string tiff_with_orientation(int orientation) {
  // Header, one entry (tag, type SHORT, count 1, value), no further directory.
  std::string tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
  tiff.push_back(static_cast<char>(orientation));
  tiff.append(6, '\0');
  return tiff;
}

}  // namespace stadttor::attachments
