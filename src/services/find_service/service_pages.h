// Ways to a service without searching: life situations and A to Z; and the service itself.
#pragma once

#include "city/details.h"
#include "services/screen.h"

namespace stadttor::services::find_service {

void show_situation_list(const Screen& screen, semantics::Page& page);
void show_situation(const Screen& screen, semantics::Page& page, const city::Situation& situation);
void show_service_list(const Screen& screen, semantics::Page& page);

struct ServiceAnswer {
  ToolbarAnswer toolbar;
  bool try_again = false;
};

// `details` null: they could not be loaded; name and summary are shown, and whom to call.
ServiceAnswer show_service(const Screen& screen, semantics::Page& page, const city::ServiceEntry& service,
                           const city::ServiceDetails* details);

// Links to services by id, in the order given; unknown ids are left out.
void show_service_links(const Screen& screen, semantics::Page& page, const std::vector<std::string>& ids);

}  // namespace stadttor::services::find_service
