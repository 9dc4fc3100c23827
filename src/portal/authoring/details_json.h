// The files that are read when something is opened: one service, office or page, and what is on (city/details.cpp).
#pragma once

#include <string>

#include "portal/authoring/alphabet_order.h"
#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

Json service_json_from(const ServiceContent& service, const std::string& language);

// With the office's services in the order of their names.
Json office_json_from(const OfficeContent& office, const Pack& pack, const std::string& language,
                      const AlphabetOrder& order);

Json page_json_from(const PageContent& page, const std::string& language);

Json whats_on_json_from(const Pack& pack, const std::string& language);

// Says which language the texts are in where it is not the reader's.
void mark_language(Json& entry, const std::string& text_language, const std::string& reader_language);

}  // namespace stadttor::portal::authoring
