// JPEG (ITU-T T.81, annex B) without its metadata: segments that say how to decode stay, with colour profile and orientation.
#pragma once

#include <string_view>

#include "attachments/clean_file.h"

namespace stadttor::attachments {

Result<CleanedFile> clean_jpeg(std::string_view bytes);

}  // namespace stadttor::attachments
