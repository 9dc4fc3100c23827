// The list of all offices, and one office: hours, address, accessibility, what it does.
#pragma once

#include "city/details.h"
#include "services/screen.h"

namespace stadttor::services::visit_office {

void show_office_list(const Screen& screen, semantics::Page& page);

// `details` null: they could not be loaded; what the catalogue knows is shown.
ToolbarAnswer show_office(const Screen& screen, semantics::Page& page, const city::Office& office,
                          const city::OfficeDetails* details);

}  // namespace stadttor::services::visit_office
