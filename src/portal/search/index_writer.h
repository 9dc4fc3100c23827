// Writes search index files. Only native builds need it; the client only reads.
#pragma once

#include <string>
#include <vector>

#include "portal/search/search_document.h"

namespace stadttor::portal::search {

// One index for one interface language: the documents as they are shown in it, so languages may be mixed.
// Equal input gives equal bytes, and the order of `documents` makes no difference. At most 64 languages.
std::string write_search_index(const std::vector<SearchDocument>& documents, const Synonyms& synonyms);

}  // namespace stadttor::portal::search
