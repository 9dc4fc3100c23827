// The tree as text, like an ARIA snapshot, and as JSON: what tests compare first, and what testers read.
#pragma once

#include <string>

#include "semantics/tree.h"

namespace stadttor::presentation::outline {

// One line per node that carries meaning, indented by two spaces per level; layout blocks and icons are left out.
// "- heading "Hund anmelden" [level=1]"
std::string outline_from_tree(const semantics::Tree& tree);

// {"title":..., "language":..., "direction":..., "nodes":[{"role":..., "name":..., "children":[...]}]}
std::string json_from_tree(const semantics::Tree& tree);

}  // namespace stadttor::presentation::outline
