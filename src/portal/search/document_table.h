// The documents of an index: what a hit needs to be shown and followed. The texts themselves stay in their packs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "portal/search/search_document.h"

namespace stadttor::portal::search {

// Invariant: all columns have `size()` entries and lie inside the index file, which outlives the table.
struct DocumentTable {
  std::string_view marks;              // kind | language number << kDocumentKindBits
  std::string_view title_word_counts;  // one byte each
  std::string_view ids;
  std::string_view titles;
  std::vector<std::uint32_t> id_starts;
  std::vector<std::uint32_t> title_starts;
  std::vector<std::string_view> languages;

  std::uint32_t size() const { return static_cast<std::uint32_t>(marks.size()); }
  DocumentKind kind(std::uint32_t document) const {
    constexpr unsigned kKindMask = (1u << kDocumentKindBits) - 1;
    return static_cast<DocumentKind>(static_cast<unsigned char>(marks[document]) & kKindMask);
  }
  std::string_view language(std::uint32_t document) const {
    return languages[static_cast<unsigned char>(marks[document]) >> kDocumentKindBits];
  }
  std::uint32_t title_word_count(std::uint32_t document) const {
    return static_cast<unsigned char>(title_word_counts[document]);
  }
  std::string_view id(std::uint32_t document) const {
    return ids.substr(id_starts[document], id_starts[document + 1] - id_starts[document]);
  }
  std::string_view title(std::uint32_t document) const {
    return titles.substr(title_starts[document], title_starts[document + 1] - title_starts[document]);
  }
};

}  // namespace stadttor::portal::search
