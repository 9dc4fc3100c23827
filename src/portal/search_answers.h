// From hits of the index to what a page shows: titles, addresses, and the reasons in the citizen's words.
#pragma once

#include <string>
#include <vector>

#include "city/catalogue.h"
#include "portal/search/search_index.h"
#include "services/find_service/search_box.h"
#include "services/find_service/search_page.h"

namespace stadttor::portal {

std::vector<services::find_service::Found> found_for_query(const search::SearchIndex& index, const city::Catalogue& city,
                                                           std::string_view query);

std::vector<services::find_service::Suggestion> suggestions_for(const search::SearchIndex& index, std::string_view language,
                                                                std::string_view typed);

}  // namespace stadttor::portal
