// PNG (W3C, third edition) without its metadata: chunks that say how to decode and colour stay, animation too, everything else goes.
#pragma once

#include <string_view>

#include "attachments/clean_file.h"

namespace stadttor::attachments {

inline constexpr std::string_view kPngSignature("\x89PNG\r\n\x1a\n", 8);

Result<CleanedFile> clean_png(std::string_view bytes);

}  // namespace stadttor::attachments
