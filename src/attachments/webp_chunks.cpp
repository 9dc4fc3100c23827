#include "attachments/webp_chunks.h"

#include "attachments/byte_order.h"
#include "attachments/orientation.h"

namespace stadttor::attachments {

namespace {

constexpr std::size_t kFileHeader = 12;   // RIFF, size, WEBP
constexpr std::size_t kChunkHeader = 8;   // type and size
constexpr std::size_t kFrameHeader = 16;  // of an animation's frame, before its own chunks
constexpr unsigned kHasXmp = 0x04;
constexpr unsigned kHasExif = 0x08;

Error broken(const char* what) { return Error{ErrorKind::MalformedData, "image/webp", what, NextStep::CorrectInput}; }

void append_chunk(std::string& bytes, std::string_view type, std::string_view content) {
  bytes.append(type);
  append_little_endian_32(bytes, static_cast<std::uint32_t>(content.size()));
  bytes.append(content);
  if (content.size() % 2 != 0) bytes.push_back('\0');
}

bool is_picture(std::string_view type) { return type == "VP8 " || type == "VP8L" || type == "ALPH"; }
bool is_kept_as_it_is(std::string_view type) { return is_picture(type) || type == "ICCP" || type == "ANIM"; }

enum class Level : unsigned char { File, Frame };

class WebpCleaning {
 public:
  Result<std::string> clean(std::string_view chunks, Level level) {
    std::string cleaned;
    cleaned.reserve(chunks.size());
    for (std::size_t at = 0; at < chunks.size();) {
      if (at + kChunkHeader > chunks.size()) return broken("a chunk without a size");
      const std::string_view type = chunks.substr(at, 4);
      const std::size_t size = little_endian_32(chunks, at + 4);
      if (size > chunks.size() - at - kChunkHeader) return broken("a chunk longer than the file");
      const std::string_view content = chunks.substr(at + kChunkHeader, size);
      at += kChunkHeader + size + size % 2;
      TRY(take(cleaned, type, content, level));
    }
    return cleaned;
  }

  RemovedKinds removed() const { return removed_; }
  int orientation() const { return orientation_; }
  std::size_t place_of_flags() const { return flags_; }

 private:
  Outcome take(std::string& cleaned, std::string_view type, std::string_view content, Level level) {
    if (is_kept_as_it_is(type)) {
      append_chunk(cleaned, type, content);
    } else if (type == "VP8X" && level == Level::File && flags_ == 0) {
      if (content.size() < 10) return broken("too short a header");
      flags_ = cleaned.size() + kChunkHeader;
      append_chunk(cleaned, type, content.substr(0, 10));
      cleaned[flags_] = static_cast<char>(byte_at(content, 0) & ~(kHasXmp | kHasExif));
    } else if (type == "ANMF" && level == Level::File) {
      if (content.size() < kFrameHeader) return broken("too short a frame");
      TRY_ASSIGN(const std::string frame, clean(content.substr(kFrameHeader), Level::Frame));
      append_chunk(cleaned, type, std::string(content.substr(0, kFrameHeader)) + frame);
    } else if (type == "EXIF") {
      // Some writers put the name of JPEG's segment before it.
      constexpr std::string_view kExifName("Exif\0\0", 6);
      const bool is_named = content.substr(0, kExifName.size()) == kExifName;
      orientation_ = orientation_of(content.substr(is_named ? kExifName.size() : 0));
      removed_ |= kCameraAndPlace;
    } else {
      removed_ |= type == "XMP " ? kEditing : kUnknown;
    }
    return Done{};
  }

  RemovedKinds removed_ = 0;
  int orientation_ = 1;
  std::size_t flags_ = 0;  // 0: a simple file, without an extended header
};

}  // namespace

Result<CleanedFile> clean_webp(std::string_view bytes) {
  const std::size_t size = little_endian_32(bytes, 4);
  if (bytes.size() < kFileHeader || size < 4 || size > bytes.size() - kChunkHeader) return broken("it is shorter than it says");
  WebpCleaning cleaning;
  TRY_ASSIGN(std::string chunks, cleaning.clean(bytes.substr(kFileHeader, size - 4), Level::File));
  // Only an extended file may say how it is turned; a simple one has no place for it.
  if (cleaning.orientation() != 1 && cleaning.place_of_flags() != 0) {
    char& flags = chunks[cleaning.place_of_flags()];
    flags = static_cast<char>(static_cast<unsigned char>(flags) | kHasExif);
    append_chunk(chunks, "EXIF", tiff_with_orientation(cleaning.orientation()));
  }
  std::string cleaned("RIFF");
  append_little_endian_32(cleaned, static_cast<std::uint32_t>(chunks.size() + 4));
  cleaned.append("WEBP").append(chunks);
  CleanedFile file;
  file.bytes = Personal<std::string>(std::move(cleaned));
  file.media_type = "image/webp";
  file.removed = cleaning.removed();
  if (size + kChunkHeader + size % 2 < bytes.size()) file.removed |= kUnknown;
  return file;
}

}  // namespace stadttor::attachments
