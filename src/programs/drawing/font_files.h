// The font files that native programs draw with: Noto Sans, as the distribution packages it.
#pragma once

#include "foundation/result.h"
#include "presentation/imgui/fonts.h"

namespace stadttor::drawing {

// Errors: NotFound where the package is not installed, with its name.
Result<presentation::imgui::FontFiles> read_font_files();

}  // namespace stadttor::drawing
