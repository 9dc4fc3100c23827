// Which words of the vocabulary a typed word means, and how well: the same word, another form, a part of a
// compound, a beginning, a slip of the finger.
#pragma once

#include <string_view>
#include <vector>

#include "portal/search/search_index.h"
#include "portal/search/vocabulary.h"

namespace stadttor::portal::search {

struct TermMatch {
  Term term = 0;
  MatchKind how = MatchKind::Exact;
  float quality = 0;  // 0..1, see result_ranking.h
};

enum class MatchWidth : unsigned char {
  Known,      // the same word, its forms, and compounds it is a part of
  Mistyped,   // and slips of the finger
  HalfTyped,  // and words that begin with it
};

// In ascending order of terms. `letters` is in the search alphabet.
std::vector<TermMatch> find_terms(std::string_view letters, const Vocabulary& vocabulary, MatchWidth width);

// Has the vocabulary this word or a form of it?
bool has_known_word(const std::vector<TermMatch>& matches);

}  // namespace stadttor::portal::search
