// An office in a few lines: name, whether it is open, address, phone.
#pragma once

#include "services/screen.h"

namespace stadttor::services::visit_office {

void show_office_card(const Screen& screen, semantics::Page& page, const city::Office& office, int heading_level);

// Street, addition and town as one paragraph of lines.
void show_postal_address(semantics::Page& page, const city::PostalAddress& address);

void show_phone_link(semantics::Page& page, const std::string& phone);
void show_phone(const Screen& screen, semantics::Page& page, const city::Office& office);

}  // namespace stadttor::services::visit_office
