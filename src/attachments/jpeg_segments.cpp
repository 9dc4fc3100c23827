#include "attachments/jpeg_segments.h"

#include "attachments/byte_order.h"
#include "attachments/orientation.h"

namespace stadttor::attachments {

namespace {

constexpr std::uint32_t kStartOfImage = 0xd8;
constexpr std::uint32_t kEndOfImage = 0xd9;
constexpr std::uint32_t kStartOfScan = 0xda;
constexpr std::uint32_t kFirstRestart = 0xd0;
constexpr std::uint32_t kLastRestart = 0xd7;
constexpr std::uint32_t kFirstApp = 0xe0;
constexpr std::uint32_t kExifOrXmp = 0xe1;
constexpr std::uint32_t kProfileOrPictures = 0xe2;
constexpr std::uint32_t kPhotoshop = 0xed;
constexpr std::uint32_t kAdobe = 0xee;
constexpr std::uint32_t kLastApp = 0xef;
constexpr std::uint32_t kComment = 0xfe;

constexpr std::string_view kExifName("Exif\0\0", 6);
constexpr std::string_view kJfifName("JFIF\0", 5);
constexpr std::string_view kProfileName("ICC_PROFILE\0", 12);
constexpr std::string_view kPicturesName("MPF\0", 4);
// Version, unit and densities: what stands before the small copy's size and the copy itself.
constexpr std::size_t kJfifWithoutCopy = 12;

bool begins_with(std::string_view bytes, std::string_view beginning) { return bytes.substr(0, beginning.size()) == beginning; }

void append_segment(std::string& bytes, std::uint32_t marker, std::string_view content) {
  const std::size_t length = content.size() + 2;
  bytes.push_back('\xff');
  bytes.push_back(static_cast<char>(marker));
  bytes.push_back(static_cast<char>(length >> 8U & 0xffU));
  bytes.push_back(static_cast<char>(length & 0xffU));
  bytes.append(content);
}

class JpegCleaning {
 public:
  explicit JpegCleaning(std::string_view bytes) : bytes_(bytes) {}

  Result<CleanedFile> clean() {
    cleaned_.reserve(bytes_.size());
    cleaned_.append(bytes_.substr(0, 2));
    at_ = 2;
    while (!is_over_) TRY(take_segment());
    CleanedFile file;
    file.bytes = Personal<std::string>(std::move(cleaned_));
    file.media_type = "image/jpeg";
    file.removed = removed_;
    return file;
  }

 private:
  static Error broken(const char* what) { return Error{ErrorKind::MalformedData, "image/jpeg", what, NextStep::CorrectInput}; }

  Outcome take_segment() {
    if (byte_at(bytes_, at_) != 0xff || at_ + 1 >= bytes_.size()) return broken("no marker where a segment should begin");
    while (byte_at(bytes_, at_ + 1) == 0xff) ++at_;
    const std::uint32_t marker = byte_at(bytes_, at_ + 1);
    at_ += 2;
    if (marker == kEndOfImage) return end();
    if (marker == kStartOfImage || marker == 0 || (marker >= kFirstRestart && marker <= kLastRestart)) return broken("a marker that can't stand there");
    const std::size_t length = big_endian_16(bytes_, at_);
    if (length < 2 || at_ + length > bytes_.size()) return broken("a segment longer than the file");
    const std::string_view content = bytes_.substr(at_ + 2, length - 2);
    at_ += length;
    if (marker >= kFirstApp && marker <= kLastApp) {
      take_application_segment(marker, content);
    } else if (marker == kComment) {
      removed_ |= kComments;
    } else {
      // Before the first scan, so that decoders know it in time.
      if (marker == kStartOfScan) append_orientation();
      append_segment(cleaned_, marker, content);
      if (marker == kStartOfScan) take_scan();
    }
    return Done{};
  }

  void take_application_segment(std::uint32_t marker, std::string_view content) {
    if (marker == kFirstApp && begins_with(content, kJfifName) && content.size() >= kJfifWithoutCopy + 2) {
      if (content.size() > kJfifWithoutCopy + 2) removed_ |= kSmallCopies;
      append_segment(cleaned_, marker, std::string(content.substr(0, kJfifWithoutCopy)).append(2, '\0'));
    } else if (marker == kProfileOrPictures && begins_with(content, kProfileName)) {
      append_segment(cleaned_, marker, content);
    } else if (marker == kAdobe && begins_with(content, "Adobe") && content.size() >= 12) {
      // How colours are coded; what follows its twelve bytes is not.
      append_segment(cleaned_, marker, content.substr(0, 12));
    } else if (marker == kExifOrXmp && begins_with(content, kExifName)) {
      if (orientation_ == 1) orientation_ = orientation_of(content.substr(kExifName.size()));
      removed_ |= kCameraAndPlace;
    } else if (marker == kProfileOrPictures && begins_with(content, kPicturesName)) {
      removed_ |= kSmallCopies;
    } else if (marker == kExifOrXmp || marker == kPhotoshop) {
      removed_ |= kEditing;
    } else {
      removed_ |= marker == kFirstApp ? kSmallCopies : kUnknown;
    }
  }

  void append_orientation() {
    if (orientation_ == 1) return;
    append_segment(cleaned_, kExifOrXmp, std::string(kExifName) + tiff_with_orientation(orientation_));
    orientation_ = 1;
  }

  // Up to the next marker that is none of the scan's own.
  void take_scan() {
    const std::size_t begin = at_;
    for (;; ++at_) {
      at_ = bytes_.find('\xff', at_);
      if (at_ == std::string_view::npos || at_ + 1 >= bytes_.size()) break;
      const std::uint32_t next = byte_at(bytes_, at_ + 1);
      const bool is_scan = next == 0 || next == 0xff || (next >= kFirstRestart && next <= kLastRestart);
      if (is_scan) continue;
      cleaned_.append(bytes_.substr(begin, at_ - begin));
      return;
    }
    // Cut off, as by a broken transfer: browsers show what there is, and so may the clerk.
    cleaned_.append(bytes_.substr(begin)).append("\xff\xd9");
    is_over_ = true;
  }

  // Behind its end phones put further pictures, depth maps and whole films.
  Outcome end() {
    cleaned_.append("\xff\xd9");
    if (at_ < bytes_.size()) removed_ |= kSmallCopies;
    is_over_ = true;
    return Done{};
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string cleaned_;
  int orientation_ = 1;
  RemovedKinds removed_ = 0;
  bool is_over_ = false;
};

}  // namespace

Result<CleanedFile> clean_jpeg(std::string_view bytes) { return JpegCleaning(bytes).clean(); }

}  // namespace stadttor::attachments
