// WebP (RFC 9649) without its metadata: chunks with pictures, colours and animation stay, and so does the orientation.
#pragma once

#include <string_view>

#include "attachments/clean_file.h"

namespace stadttor::attachments {

Result<CleanedFile> clean_webp(std::string_view bytes);

}  // namespace stadttor::attachments
