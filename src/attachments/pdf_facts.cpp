#include "attachments/pdf_facts.h"

#include <algorithm>

#include "attachments/byte_order.h"
#include "attachments/pdf_objects.h"

namespace stadttor::attachments {

namespace {

constexpr std::string_view kHeader = "%PDF-";
constexpr std::string_view kExifBeginning("\xff\xe1", 2);
constexpr std::string_view kExifName("Exif\0\0", 6);

bool is_name_end(std::string_view pdf, std::size_t at) {
  return at >= pdf.size() || is_pdf_space(pdf[at]) || std::string_view("()<>[]{}/%").find(pdf[at]) != std::string_view::npos;
}

std::size_t find_name(std::string_view pdf, std::string_view name, std::size_t from) {
  for (std::size_t at = pdf.find(name, from); at != std::string_view::npos; at = pdf.find(name, at + 1)) {
    if (is_name_end(pdf, at + name.size())) return at;
  }
  return std::string_view::npos;
}

class PdfCleaning {
 public:
  explicit PdfCleaning(std::string_view bytes) : pdf_(bytes), body_(std::min(bytes.find(kHeader), bytes.size() - kHeader.size()) + kHeader.size()) {}

  CleanedFile clean() {
    CleanedFile file;
    file.media_type = "application/pdf";
    file.may_hold_more = find_name(pdf_, "/Encrypt", 0) != std::string::npos;
    if (!file.may_hold_more) {
      file.may_hold_more = !clear_info();
      clear_metadata_streams();
      clear_packets();
      clear_pictures();
      file.removed = removed_;
    }
    file.bytes = Personal<std::string>(std::move(pdf_));
    return file;
  }

 private:
  // Never what makes it a PDF, which may have other bytes before it.
  void overwrite(PdfRange range, char with) {
    for (std::size_t at = std::max(range.begin, body_); at < range.end; ++at) pdf_[at] = with;
  }

  // False where a document information dictionary (14.3.3) is named but can't be found: it lies in a compressed object.
  bool clear_info() {
    bool is_found = true;
    for (const PdfReference info : references_of(pdf_, "/Info")) {
      std::vector<PdfReference> values;
      is_found = clear_object(info, &values) && is_found;
      // Its values may be objects of their own. One step: a text refers to nothing further.
      for (const PdfReference value : values) is_found = clear_object(value, nullptr) && is_found;
    }
    return is_found;
  }

  // `values`, where wanted: what it refers to. Every search goes through the whole file, so there are only so many.
  bool clear_object(PdfReference object, std::vector<PdfReference>* values) {
    constexpr int kMostSearches = 100;
    if (++searches_ > kMostSearches) return false;
    const auto ranges = ranges_of(pdf_, object);
    for (const PdfRange range : ranges) {
      if (values != nullptr) {
        const auto found = references_in(pdf_, range);
        values->insert(values->end(), found.begin(), found.end());
      }
      clear_texts(range);
    }
    return !ranges.empty();
  }

  void clear_texts(PdfRange range) {
    for (const PdfText& text : texts_in(pdf_, range)) {
      if (text.inside.begin >= text.inside.end) continue;
      removed_ |= kAuthor;
      if (!text.is_hexadecimal) {
        overwrite(text.inside, ' ');
        continue;
      }
      // 20 is a space.
      for (std::size_t at = std::max(text.inside.begin, body_); at < text.inside.end; ++at) pdf_[at] = (at - text.inside.begin) % 2 == 0 ? '2' : '0';
    }
  }

  // Metadata streams (14.3.2) can't be compressed objects. One whose content is compressed becomes unreadable, and readers go without.
  void clear_metadata_streams() {
    constexpr std::string_view kType = "/Type";
    constexpr std::string_view kName = "/Metadata";
    for (std::size_t at = find_name(pdf_, kName, 0); at != std::string::npos; at = find_name(pdf_, kName, at + kName.size())) {
      std::size_t before = at;
      while (before > 0 && is_pdf_space(pdf_[before - 1])) --before;
      const bool is_type = before >= kType.size() && std::string_view(pdf_).substr(before - kType.size(), kType.size()) == kType;
      if (is_type) clear_stream_behind(at);
    }
  }

  void clear_stream_behind(std::size_t at) {
    constexpr std::string_view kStream = "stream";
    constexpr std::size_t kLongestDictionary = 4096;
    const std::string_view behind = std::string_view(pdf_).substr(at, kLongestDictionary);
    const std::size_t begin = behind.find(kStream);
    if (begin == std::string_view::npos || behind.find("endobj") < begin) return;
    std::size_t content = at + begin + kStream.size();
    if (byte_at(pdf_, content) == '\r') ++content;
    if (byte_at(pdf_, content) == '\n') ++content;
    const std::size_t end = std::min(pdf_.find("endstream", content), pdf_.size());
    if (content >= end) return;
    overwrite({content, end}, ' ');
    removed_ |= kEditing;
  }

  // XMP (ISO 16684-1) says where it begins and ends, wherever it lies: also in pictures.
  void clear_packets() {
    clear_between("<?xpacket begin", "<?xpacket end");
    clear_between("<x:xmpmeta", "</x:xmpmeta>");
  }

  void clear_between(std::string_view beginning, std::string_view ending) {
    for (std::size_t begin = pdf_.find(beginning); begin != std::string::npos;) {
      const std::size_t end = pdf_.find(ending, begin);
      if (end == std::string::npos) return;
      overwrite({begin, end + ending.size()}, ' ');
      removed_ |= kEditing;
      begin = pdf_.find(beginning, end);
    }
  }

  // Photos are put into a PDF as they come from the camera.
  void clear_pictures() {
    for (std::size_t at = pdf_.find(kExifName); at != std::string::npos; at = pdf_.find(kExifName, at + 1)) {
      if (at < 4 || std::string_view(pdf_).substr(at - 4, 2) != kExifBeginning) continue;
      const std::size_t end = std::min<std::size_t>(at - 2 + big_endian_16(pdf_, at - 2), pdf_.size());
      if (at + kExifName.size() >= end) continue;
      overwrite({at + kExifName.size(), end}, '\0');
      removed_ |= kCameraAndPlace;
    }
  }

  std::string pdf_;
  const std::size_t body_;  // where it begins
  RemovedKinds removed_ = 0;
  int searches_ = 0;
};

}  // namespace

Result<CleanedFile> clean_pdf(std::string_view bytes) { return PdfCleaning(bytes).clean(); }

}  // namespace stadttor::attachments
