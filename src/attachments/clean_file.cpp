#include "attachments/clean_file.h"

#include "attachments/jpeg_segments.h"
#include "attachments/pdf_facts.h"
#include "attachments/png_chunks.h"
#include "attachments/webp_chunks.h"

namespace stadttor::attachments {

namespace {

bool begins_with(std::string_view bytes, std::string_view beginning) { return bytes.substr(0, beginning.size()) == beginning; }

// ISO base media (ISO/IEC 14496-12) with a brand of HEIF (ISO/IEC 23008-12) or AVIF.
bool is_heif(std::string_view bytes) {
  if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
  const std::string_view brand = bytes.substr(8, 4);
  for (const std::string_view known : {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"}) {
    if (brand == known) return true;
  }
  return false;
}

// Readers of PDF look for its header this far (ISO 32000-1, note to 7.5.2).
constexpr std::size_t kHeaderWithin = 1024;

}  // namespace

std::string_view media_type_of(std::string_view bytes) {
  if (begins_with(bytes, "\xff\xd8\xff")) return "image/jpeg";
  if (begins_with(bytes, kPngSignature)) return "image/png";
  if (begins_with(bytes, "RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return "image/webp";
  if (is_heif(bytes)) return "image/heic";
  if (bytes.substr(0, kHeaderWithin).find("%PDF-") != std::string_view::npos) return "application/pdf";
  return {};
}

Result<CleanedFile> clean_file(std::string_view bytes, std::string_view media_type) {
  const std::string_view type = media_type_of(bytes);
  if (type == "image/heic") return Error{ErrorKind::NotSupported, "file", "a HEIF or AVIF picture", NextStep::CorrectInput};
  if (type.empty()) return Error{ErrorKind::NotSupported, "file", "an unknown kind of file", NextStep::CorrectInput};
  if (!media_type.empty() && media_type != type) return Error{ErrorKind::MalformedData, "file", "another kind of file than it is said to be", NextStep::CorrectInput};
  if (type == "image/jpeg") return clean_jpeg(bytes);
  if (type == "image/png") return clean_png(bytes);
  if (type == "image/webp") return clean_webp(bytes);
  return clean_pdf(bytes);
}

}  // namespace stadttor::attachments
