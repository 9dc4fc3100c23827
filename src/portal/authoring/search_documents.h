// A pack as documents of the search: what a citizen can find in one language, with every word that leads there.
#pragma once

#include <string>
#include <vector>

#include "portal/authoring/interface_texts.h"
#include "portal/authoring/pack_content.h"
#include "portal/search/search_document.h"

namespace stadttor::portal::authoring {

// Services, offices, life situations, pages and what one discovers the city with, as they are shown in `language`. Citizens' words are those of the
// language and the German ones: who lives in Germany hears "Anmeldung" before the translation.
std::vector<search::SearchDocument> search_documents_from(const Pack& pack, const InterfaceTexts& interface,
                                                          const std::string& language);

search::Synonyms synonyms_from(const Pack& pack);

}  // namespace stadttor::portal::authoring
