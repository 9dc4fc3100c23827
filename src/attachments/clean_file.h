// Takes out of a file what its pictures and pages don't show: places, cameras, authors, times, comments, small copies. By a walk over its
// segments; what is seen stays as it is, byte for byte, and so does the way it is turned. Pure bytes: asking and telling belong to the forms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::attachments {

// A set: what was found and taken out.
using RemovedKinds = std::uint8_t;
inline constexpr RemovedKinds kCameraAndPlace = 1U;  // Exif: position, time, device
inline constexpr RemovedKinds kEditing = 2U;         // XMP, IPTC, Photoshop's
inline constexpr RemovedKinds kComments = 4U;        // free text beside the picture
inline constexpr RemovedKinds kSmallCopies = 8U;     // thumbnails and further pictures in the same file
inline constexpr RemovedKinds kTimes = 16U;
inline constexpr RemovedKinds kAuthor = 32U;         // of a PDF: author, title, program, dates
inline constexpr RemovedKinds kUnknown = 64U;        // parts that no picture needs

struct CleanedFile {
  Personal<std::string> bytes;
  std::string media_type;        // what the file is, by its content
  RemovedKinds removed = 0;
  bool may_hold_more = false;    // a PDF that is encrypted or keeps its facts compressed: they are still in it
};

// "image/jpeg", "image/png", "image/webp", "application/pdf", "image/heic"; empty: nothing known here.
std::string_view media_type_of(std::string_view bytes);

// `media_type` is what the file claims to be, and only believed where its content says the same. Errors: NotSupported for HEIC and for
// whatever is not known here, MalformedData for a file that is broken or another kind than it claims ("detail" says which).
Result<CleanedFile> clean_file(std::string_view bytes, std::string_view media_type);

}  // namespace stadttor::attachments
