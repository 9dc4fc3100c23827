// What was typed, word by word, with the points each word gives to each document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "portal/search/search_index.h"

namespace stadttor::portal::search {

// The best match of one typed word in one document. No points: not found there.
struct Points {
  float points = 0;
  std::uint32_t origin = 0;  // term << 6 | field << 3 | how

  Term term() const { return origin >> 6; }
  Field field() const { return static_cast<Field>(origin >> 3 & 7); }
  MatchKind how() const { return static_cast<MatchKind>(origin & 7); }
};

inline std::uint32_t points_origin(Term term, Field field, MatchKind how) {
  return term << 6 | static_cast<std::uint32_t>(field) << 3 | static_cast<std::uint32_t>(how);
}

struct TypedWord {
  std::string typed;
  bool is_weak = false;  // see is_weak_word()
  std::vector<Points> documents;  // by document number
};

enum class SearchedFields : unsigned char { All, TitleAndWords };

// Understands forms, compounds (also torn apart: "sperr müll"), separable verbs ("ziehe um" = umziehen),
// synonyms, half words and slips of the finger.
std::vector<TypedWord> read_typed_words(const SearchIndex& index, std::string_view typed, SearchedFields fields);

}  // namespace stadttor::portal::search
