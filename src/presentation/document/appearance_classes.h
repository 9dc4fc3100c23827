// From how something would like to look to the classes of KERN-UX ("kern-...") and of our own style sheet ("st-...").
#pragma once

#include <string_view>

#include "semantics/appearance.h"

namespace stadttor::presentation::document {

// Classes of a box: block, list, section, landmark. Empty for Plain.
std::string_view box_classes(semantics::Appearance look);
std::string_view text_classes(semantics::Appearance look);
std::string_view link_classes(semantics::Appearance look);
std::string_view button_classes(semantics::Appearance look);
// `level` 1..6.
std::string_view heading_classes(semantics::Appearance look, int level);

}  // namespace stadttor::presentation::document
