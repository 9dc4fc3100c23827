// The forms below an application: accept, reject, report once more, delete.
#pragma once

#include "programs/city/authority/pages/application_page.h"

namespace stadttor::city_server::authority {

// Those that can be used in the application's state.
void show_decision(const InboxPage& view, semantics::Page& page, const ApplicationPage& shown);

}  // namespace stadttor::city_server::authority
