// Imprint, privacy, accessibility, help: pages about the portal itself. And the page for an address that is none.
#pragma once

#include "city/details.h"
#include "services/screen.h"

namespace stadttor::services::read_about {

struct AboutAnswer {
  ToolbarAnswer toolbar;
  bool try_again = false;
};

// `details` null: they could not be loaded.
AboutAnswer show_about_page(const Screen& screen, semantics::Page& page, const city::AboutPage& about,
                            const city::AboutDetails* details);

void show_not_found(const Screen& screen, semantics::Page& page);

}  // namespace stadttor::services::read_about
