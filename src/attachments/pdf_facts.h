// What a PDF (ISO 32000-1) says of its author, programs and times, and what its pictures say of theirs: overwritten where it stands, in the
// same length, so that every place the file refers to stays where it is. Pages are not touched.
#pragma once

#include <string_view>

#include "attachments/clean_file.h"

namespace stadttor::attachments {

// Encrypted files come back as they are, with may_hold_more; so do those whose facts lie in compressed objects, apart from what was found.
Result<CleanedFile> clean_pdf(std::string_view bytes);

}  // namespace stadttor::attachments
