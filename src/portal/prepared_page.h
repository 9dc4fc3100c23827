// A page as it is before any engine runs: no clock, no settings, nothing typed. The static pages are written from this
// tree, and the engine builds the very same one to take them over.
#pragma once

#include "portal/page_content.h"

namespace stadttor::portal {

// `content.city` must be there. Fills `tree`; gives the description for search engines.
void prepare_page(const PageContent& content, const city::Address& address, const platform::Locale& locale,
                  semantics::Tree& tree);

}  // namespace stadttor::portal
