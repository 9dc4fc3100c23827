#include "attachments/png_chunks.h"

#include <algorithm>
#include <array>

#include "attachments/byte_order.h"
#include "attachments/orientation.h"

namespace stadttor::attachments {

namespace {

constexpr std::array<std::string_view, 19> kKept = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP",
                                                    "mDCV", "cLLI", "sBIT", "bKGD", "pHYs", "hIST", "acTL", "fcTL", "fdAT"};

RemovedKinds kind_of(std::string_view type) {
  if (type == "eXIf" || type == "zxIf") return kCameraAndPlace;
  if (type == "iTXt") return kEditing;  // most often XMP
  if (type == "tEXt" || type == "zTXt") return kComments;
  return type == "tIME" ? kTimes : kUnknown;
}

// CRC-32 of ISO/IEC 8802-3, bit by bit: only the one small chunk that is written here needs it.
std::uint32_t checksum_of(std::string_view bytes) {
  std::uint32_t sum = 0xffffffffU;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? sum >> 1U ^ 0xedb88320U : sum >> 1U;
  }
  return ~sum;
}

std::string orientation_chunk(int orientation) {
  const std::string tiff = tiff_with_orientation(orientation);
  std::string chunk;
  append_big_endian_32(chunk, static_cast<std::uint32_t>(tiff.size()));
  chunk.append("eXIf").append(tiff);
  append_big_endian_32(chunk, checksum_of(std::string_view(chunk).substr(4)));
  return chunk;
}

Error broken(const char* what) { return Error{ErrorKind::MalformedData, "image/png", what, NextStep::CorrectInput}; }

}  // namespace

Result<CleanedFile> clean_png(std::string_view bytes) {
  constexpr std::size_t kAround = 12;  // length, type and checksum
  CleanedFile file;
  file.media_type = "image/png";
  std::string cleaned(kPngSignature);
  cleaned.reserve(bytes.size());
  for (std::size_t at = kPngSignature.size();;) {
    if (at + kAround > bytes.size()) return broken("it ends before its last chunk");
    const std::size_t length = big_endian_32(bytes, at);
    if (length > bytes.size() - at - kAround) return broken("a chunk longer than the file");
    const std::string_view type = bytes.substr(at + 4, 4);
    if (at == kPngSignature.size() && type != "IHDR") return broken("no header at its beginning");
    const std::string_view chunk = bytes.substr(at, length + kAround);
    at += chunk.size();
    if (std::find(kKept.begin(), kKept.end(), type) != kKept.end()) {
      cleaned.append(chunk);
    } else {
      file.removed |= kind_of(type);
      const int orientation = type == "eXIf" ? orientation_of(chunk.substr(8, length)) : 1;
      if (orientation != 1) cleaned.append(orientation_chunk(orientation));
    }
    if (type != "IEND") continue;
    if (at < bytes.size()) file.removed |= kUnknown;
    break;
  }
  file.bytes = Personal<std::string>(std::move(cleaned));
  return file;
}

}  // namespace stadttor::attachments
