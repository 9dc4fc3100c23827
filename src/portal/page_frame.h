// What surrounds every page: the city's header with search, languages and menu, and the footer.
#pragma once

#include "portal/page_content.h"

namespace stadttor::portal {

void show_page_head(const services::Screen& screen, semantics::Page& page, PageState& state, PageAnswer& answer);
void show_page_foot(const services::Screen& screen, semantics::Page& page);

}  // namespace stadttor::portal
