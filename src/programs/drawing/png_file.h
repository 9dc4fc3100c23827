// Pictures as PNG files.
#pragma once

#include <string>

#include "foundation/result.h"
#include "presentation/imgui/painting/picture_textures.h"

namespace stadttor::drawing {

// Alpha is left out: pictures of pages are opaque. Errors: StorageFull where the file cannot be written.
Outcome write_png(const std::string& file, const presentation::imgui::Raster& picture);
// Errors: NotFound.
Result<presentation::imgui::Raster> read_png(const std::string& file);

}  // namespace stadttor::drawing
