#include "attachments/picture_position.h"

#include <array>

#include "attachments/clean_file.h"
#include "attachments/png_chunks.h"
#include "attachments/tiff_directory.h"

namespace stadttor::attachments {

namespace {

constexpr std::uint32_t kPositionDirectoryTag = 0x8825;
constexpr std::uint32_t kLatitudeReferenceTag = 1;
constexpr std::uint32_t kLatitudeTag = 2;
constexpr std::uint32_t kLongitudeReferenceTag = 3;
constexpr std::uint32_t kLongitudeTag = 4;
constexpr std::uint32_t kText = 2;
constexpr std::uint32_t kRational = 5;

constexpr std::string_view kExifName("Exif\0\0", 6);

std::string_view without_name(std::string_view content) { return content.substr(0, kExifName.size()) == kExifName ? content.substr(kExifName.size()) : content; }

// Degrees, minutes and seconds, each a fraction; nothing where one of them divides by zero.
std::optional<double> degrees_at(const TiffBlock& block, const TiffEntry& entry) {
  constexpr std::size_t kFractionSize = 8;
  constexpr std::array<double, 3> kParts = {1, 60, 3600};
  const std::size_t at = block.number_32(entry.at);
  if (entry.type != kRational || entry.count != kParts.size() || !block.has(at, kParts.size() * kFractionSize)) return std::nullopt;
  double degrees = 0;
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    const std::uint32_t numerator = block.number_32(at + part * kFractionSize);
    const std::uint32_t denominator = block.number_32(at + part * kFractionSize + 4);
    // Cameras that know no seconds write 0/0 for them.
    if (denominator == 0 && numerator == 0 && part > 0) continue;
    if (denominator == 0) return std::nullopt;
    degrees += static_cast<double>(numerator) / denominator / kParts[part];
  }
  return degrees;
}

std::optional<double> coordinate_of(const TiffBlock& block, std::size_t directory, std::uint32_t reference_tag, std::uint32_t tag, const char* directions, double most) {
  const auto reference = block.find(directory, reference_tag);
  const auto value = block.find(directory, tag);
  if (!reference || !value || reference->type != kText) return std::nullopt;
  const char direction = static_cast<char>(block.number_8(reference->at));
  if (direction != directions[0] && direction != directions[1]) return std::nullopt;
  const auto degrees = degrees_at(block, *value);
  if (!degrees || *degrees > most) return std::nullopt;
  return direction == directions[1] ? -*degrees : *degrees;
}

std::string_view exif_of_jpeg(std::string_view bytes) {
  constexpr std::uint32_t kStartOfScan = 0xda;
  constexpr std::uint32_t kExif = 0xe1;
  for (std::size_t at = 2; at + 4 <= bytes.size() && byte_at(bytes, at) == 0xff;) {
    const std::uint32_t marker = byte_at(bytes, at + 1);
    if (marker == 0xff) {
      ++at;
      continue;
    }
    const std::size_t length = big_endian_16(bytes, at + 2);
    if (marker == kStartOfScan || length < 2 || at + 2 + length > bytes.size()) break;
    const std::string_view content = bytes.substr(at + 4, length - 2);
    if (marker == kExif && content.substr(0, kExifName.size()) == kExifName) return content.substr(kExifName.size());
    at += 2 + length;
  }
  return {};
}

std::string_view exif_of_png(std::string_view bytes) {
  constexpr std::size_t kAround = 12;  // length, type and checksum
  for (std::size_t at = kPngSignature.size(); at + kAround <= bytes.size();) {
    const std::size_t length = big_endian_32(bytes, at);
    if (length > bytes.size() - at - kAround) break;
    if (bytes.substr(at + 4, 4) == "eXIf") return bytes.substr(at + 8, length);
    at += length + kAround;
  }
  return {};
}

std::string_view exif_of_webp(std::string_view bytes) {
  constexpr std::size_t kFileHeader = 12;
  constexpr std::size_t kChunkHeader = 8;
  for (std::size_t at = kFileHeader; at + kChunkHeader <= bytes.size();) {
    const std::size_t size = little_endian_32(bytes, at + 4);
    if (size > bytes.size() - at - kChunkHeader) break;
    if (bytes.substr(at, 4) == "EXIF") return without_name(bytes.substr(at + kChunkHeader, size));
    at += kChunkHeader + size + size % 2;
  }
  return {};
}

}  // namespace

std::optional<Personal<PicturePosition>> position_of_tiff(std::string_view tiff) {
  const TiffBlock block(tiff);
  const auto directory = block.find(block.first_directory(), kPositionDirectoryTag);
  if (!directory) return std::nullopt;
  const std::size_t at = block.number_32(directory->at);
  const auto latitude = coordinate_of(block, at, kLatitudeReferenceTag, kLatitudeTag, "NS", 90);
  const auto longitude = coordinate_of(block, at, kLongitudeReferenceTag, kLongitudeTag, "EW", 180);
  if (!latitude || !longitude) return std::nullopt;
  // Where there was no reception, some cameras write zeros: a place in the sea.
  if (*latitude == 0 && *longitude == 0) return std::nullopt;
  return Personal<PicturePosition>(PicturePosition{*latitude, *longitude});
}

std::optional<Personal<PicturePosition>> position_of_picture(std::string_view bytes) {
  const std::string_view type = media_type_of(bytes);
  if (type == "image/jpeg") return position_of_tiff(exif_of_jpeg(bytes));
  if (type == "image/png") return position_of_tiff(exif_of_png(bytes));
  if (type == "image/webp") return position_of_tiff(exif_of_webp(bytes));
  return std::nullopt;
}

}  // namespace stadttor::attachments
