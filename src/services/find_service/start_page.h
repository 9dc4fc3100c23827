// The start page: search, what people need most, life situations, and what is on in the city.
#pragma once

#include "city/details.h"
#include "services/find_service/search_box.h"

namespace stadttor::services::find_service {

struct StartAnswer {
  SearchBoxAnswer search;
  bool try_again = false;
};

// `whats_on` null: it cannot be had right now, which is said.
StartAnswer show_start_page(const Screen& screen, semantics::Page& page, SearchBoxState& search,
                            const city::WhatsOn* whats_on);

}  // namespace stadttor::services::find_service
