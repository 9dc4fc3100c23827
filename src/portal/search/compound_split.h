// Takes German compounds apart with the words of the index itself: Hundesteueranmeldung -> Hunde, Steuer, Anmeldung.
// Linking elements (s, es, n, en, e, er) need no list: the stemmer cuts them like endings.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "portal/search/vocabulary.h"

namespace stadttor::portal::search {

struct CompoundPart {
  std::string_view letters;  // with its linking element, part of the word that was split
  bool is_known = true;      // the first or the last part may be unknown: Sperr|müll, or mistyped
};

// The parts of `letters`, as few and as long as possible; empty if the word cannot be split.
std::vector<CompoundPart> split_compound(std::string_view letters, const Vocabulary& vocabulary);

// Bit i: a part starts at letter i; parts that are compounds themselves are split again. 0 if there are none.
std::uint64_t compound_boundaries(std::string_view letters, const Vocabulary& vocabulary);

}  // namespace stadttor::portal::search
