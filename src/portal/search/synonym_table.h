// The groups of equal words and phrases inside an index, as terms.
#pragma once

#include <cstdint>
#include <vector>

#include "portal/search/vocabulary.h"

namespace stadttor::portal::search {

// words[phrase_starts[p]..phrase_starts[p + 1]) is a phrase, phrases group_starts[g]..group_starts[g + 1) are a group.
struct SynonymTable {
  std::vector<Term> words;
  std::vector<std::uint32_t> phrase_starts = {0};
  std::vector<std::uint32_t> group_starts = {0};

  std::uint32_t group_count() const { return static_cast<std::uint32_t>(group_starts.size() - 1); }
};

}  // namespace stadttor::portal::search
