// What is read aloud of a page: headings and text of its main part, without controls and navigation.
#pragma once

#include <string>

#include "semantics/tree.h"

namespace stadttor::portal {

// One line per heading, paragraph or list item.
std::string spoken_text(const semantics::Tree& tree);

}  // namespace stadttor::portal
