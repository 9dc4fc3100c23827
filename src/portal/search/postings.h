// Which documents hold a term, and in which field it stands foremost. Read straight from the index file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "portal/search/vocabulary.h"

namespace stadttor::portal::search {

// In the order of their weight. A document is listed once for each term, under the weightiest field.
// Words: a citizens' word that stands alone ("Perso"); Phrases: part of what citizens say ("Perso abgelaufen").
enum class Field : unsigned char { Title, Words, Phrases, Summary, Text };
inline constexpr std::size_t kFieldCount = 5;

// Invariant: all counts and gaps have been checked; the bytes outlive the postings.
struct Postings {
  std::string_view counts;  // per term and field: varint
  std::string_view gaps;    // per term and field: distance to the document before, minus one
  std::vector<std::uint32_t> count_starts;
  std::vector<std::uint32_t> gap_starts;

  // Calls visit(Field, document number), ascending within each field. Returns nothing; cannot fail.
  template <class Visit>
  void each(Term term, Visit visit) const {
    const char* count_at = counts.data() + count_starts[term];
    const char* gap_at = gaps.data() + gap_starts[term];
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      std::uint32_t document = ~std::uint32_t{0};
      for (std::uint32_t left = checked_varint(count_at); left > 0; --left) {
        document += checked_varint(gap_at) + 1;
        visit(static_cast<Field>(field), document);
      }
    }
  }

  // Words of synonym groups may stand in no document.
  bool has_documents(Term term) const {
    // The count of an empty field is the single byte 0, so as long as all were empty the next one is a byte further.
    const char* count_at = counts.data() + count_starts[term];
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      if (count_at[field] != 0) return true;
    }
    return false;
  }

 private:
  static std::uint32_t checked_varint(const char*& at) {
    std::uint32_t value = static_cast<unsigned char>(*at++);
    if (value < 0x80) return value;
    value &= 0x7F;
    for (unsigned shift = 7;; shift += 7) {
      const std::uint32_t byte = static_cast<unsigned char>(*at++);
      value |= (byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
  }
};

}  // namespace stadttor::portal::search
