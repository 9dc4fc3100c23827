// Writes a semantic tree as static HTML: what every page is before any script runs, and all there is without one.
// Elements carry data-k (short key) and parts data-part, by which the engine takes them over.
#pragma once

#include <string>

#include "semantics/tree.h"

namespace stadttor::presentation::document {

// The element of the page root with everything in it; no doctype, head or body.
std::string html_from_tree(const semantics::Tree& tree);

// Text with &, <, >, " and ' as character references, safe in text and in double-quoted attributes.
std::string escaped_html(std::string_view text);

}  // namespace stadttor::presentation::document
