// Contrast of two colours as WCAG 2.2 defines it ("contrast ratio", "relative luminance").
#pragma once

#include <string_view>

namespace stadttor::portal::authoring {

// 1 (equal) to 21 (black on white). Precondition: both are "#rrggbb".
double contrast_ratio(std::string_view colour, std::string_view other);

}  // namespace stadttor::portal::authoring
