// The order of the hits, complete, so that anyone can check it. There is no paid rank and no tracking.
//
// 1. A typed word gives a document the points of its best match: quality of the match x weight of the field.
// 2. A typed word counts more, the fewer documents have it (rarity); "machen" and the like count a quarter, a word
//    that stands in texts and summaries only counts half.
// 3. Documents in which more of the typed words are found come first (coverage). A word is fully found from half a
//    point on, so a mention in the text covers it by half.
// 4. A title, or a citizens' word, that says nothing but what was typed comes first (name fit); a title that begins
//    with a typed word comes before one that has it further behind.
// 5. Of otherwise equal documents a service comes before a life situation, an office and a page.
// 6. Ties: by title, then by id.
//
// score = kind x (0.25 + 0.75 x coverage^2) x (1 + 0.2 x name fit) x sum of (rarity x points)
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "portal/search/search_index.h"
#include "portal/search/typed_words.h"

namespace stadttor::portal::search {

// Where in a compound a part stands: the head says what it is (Hunde|steuer is a Steuer).
enum class PartPlace : unsigned char { Head, Modifier };

// A whole word that exists and was typed correctly may still be meant as another one.
inline constexpr float kKnownWordMistyped = 0.4f;
// The first letter is the one people get right.
inline constexpr float kFirstLetterMistyped = 0.75f;
// A compound that was typed but is not in the index: the mean of its parts.
inline constexpr float kTypedCompoundQuality = 0.8f;
// Written by ear: as good as one slip in a word of ten letters, however many letters differ.
inline constexpr float kSameSoundQuality = 0.72f;
inline constexpr float kSynonymQuality = 0.85f;

constexpr float field_weight(Field field) {
  switch (field) {
    case Field::Title: return 1.0f;
    case Field::Words: return 1.0f;
    case Field::Phrases: return 0.8f;
    case Field::Summary: return 0.5f;
    case Field::Text: return 0.25f;
  }
  return 0;
}

constexpr float match_quality(MatchKind how) { return how == MatchKind::Exact ? 1.0f : 0.85f; }

constexpr float part_quality(PartPlace place) { return place == PartPlace::Head ? 0.65f : 0.6f; }

// The more of the word is typed, the surer.
constexpr float prefix_quality(std::size_t typed, std::size_t whole) {
  return 0.3f + 0.5f * static_cast<float>(typed) / static_cast<float>(whole);
}

// One slip weighs more in a short word.
constexpr float typo_quality(unsigned typos, std::size_t typed) {
  return 0.85f - 1.3f * static_cast<float>(typos) / static_cast<float>(typed);
}

// The best `limit` documents.
std::vector<Hit> rank_documents(const SearchIndex& index, const std::vector<TypedWord>& words, std::size_t limit);

}  // namespace stadttor::portal::search
