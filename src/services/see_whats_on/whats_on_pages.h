// What is on in the city: events to come and notices of the administration.
#pragma once

#include "city/details.h"
#include "services/screen.h"

namespace stadttor::services::see_whats_on {

// `whats_on` null: said so, with a way to try again; true when the citizen wants that.
bool show_next_events(const Screen& screen, semantics::Page& page, const city::WhatsOn* whats_on, int limit);
bool show_whats_on(const Screen& screen, semantics::Page& page, const city::WhatsOn* whats_on);
ToolbarAnswer show_event(const Screen& screen, semantics::Page& page, const city::Event& event);

}  // namespace stadttor::services::see_whats_on
