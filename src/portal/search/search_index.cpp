#include "portal/search/search_index.h"

#include <algorithm>

#include "portal/search/result_ranking.h"
#include "portal/search/typed_words.h"

namespace stadttor::portal::search {

std::vector<Hit> SearchIndex::find(std::string_view typed, std::size_t limit) const {
  return rank_documents(*this, read_typed_words(*this, typed, SearchedFields::All), limit);
}

std::vector<Suggestion> SearchIndex::suggest(std::string_view typed, std::size_t limit) const {
  std::vector<Suggestion> suggestions;
  // Titles may repeat (an office's and a page's), so a few more hits are asked for.
  for (const Hit& hit : rank_documents(*this, read_typed_words(*this, typed, SearchedFields::TitleAndWords), 2 * limit)) {
    if (suggestions.size() == limit) break;
    const bool is_known = std::any_of(suggestions.begin(), suggestions.end(),
                                      [&](const Suggestion& other) { return other.title == hit.title; });
    if (is_known) continue;
    Suggestion suggestion{{}, hit.document, hit.id, hit.title, hit.kind};
    for (const Reason& reason : hit.reasons) {
      if (reason.field == Field::Title || suggestion.words.find(reason.word) != std::string::npos) continue;
      if (!suggestion.words.empty()) suggestion.words += ' ';
      suggestion.words += reason.word;
    }
    suggestions.push_back(std::move(suggestion));
  }
  return suggestions;
}

}  // namespace stadttor::portal::search
