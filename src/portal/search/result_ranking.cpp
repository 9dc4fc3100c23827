#include "portal/search/result_ranking.h"

#include <algorithm>
#include <cmath>

#include "portal/search/search_letters.h"

namespace stadttor::portal::search {
namespace {

constexpr float kWeakWord = 0.25f;
// What only texts mention, no title and no citizens' word, says little about what a document is for.
constexpr float kMentionedWord = 0.5f;
// A title that begins with a typed word fits at least by half.
constexpr float kBeginningFit = 0.5f;
// A word with this many points or more is fully found.
constexpr float kFullyFound = 0.5f;
// For a document whose title, or citizens' word, is just what was typed.
constexpr float kMostNameFactor = 1.2f;

float kind_weight(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::Service: return 1.0f;
    case DocumentKind::Situation: return 0.95f;
    case DocumentKind::Office: return 0.9f;
    case DocumentKind::Page: return 0.85f;
  }
  return 0;
}

// ln(1 + documents / documents that have the word). Weak matches (typos beside the right word, beginnings) do not
// make a word common: only documents with at least half of the best quality count. 0: the word is unknown.
float word_rarity(const TypedWord& word) {
  const auto quality = [](const Points& points) {
    constexpr float kPerField[] = {1 / field_weight(Field::Title), 1 / field_weight(Field::Words),
                                   1 / field_weight(Field::Phrases), 1 / field_weight(Field::Summary),
                                   1 / field_weight(Field::Text)};
    return points.points * kPerField[static_cast<std::size_t>(points.field())];
  };
  float best = 0;
  float most_points = 0;
  for (const Points& points : word.documents) {
    if (points.points <= 0) continue;
    best = std::max(best, quality(points));
    most_points = std::max(most_points, points.points);
  }
  if (best <= 0) return 0;
  std::size_t having = 0;
  for (const Points& points : word.documents) {
    if (points.points > 0 && quality(points) >= best / 2) ++having;
  }
  const float weight = word.is_weak ? kWeakWord : most_points <= field_weight(Field::Summary) ? kMentionedWord : 1.0f;
  return weight * std::log(1.0f + static_cast<float>(word.documents.size()) / static_cast<float>(having));
}

struct Ranked {
  float score = 0;
  std::uint32_t document = 0;
};

// The number of a document is its place by title.
bool comes_before(const Ranked& left, const Ranked& right) {
  return left.score != right.score ? left.score > right.score : left.document < right.document;
}

class Ranking {
 public:
  Ranking(const SearchIndex& index, const std::vector<TypedWord>& words) : index_(index), words_(words) {
    for (const TypedWord& word : words) {
      rarities_.push_back(word_rarity(word));
      all_rarities_ += rarities_.back();
    }
  }

  std::vector<Hit> best(std::size_t limit) const {
    std::vector<Ranked> ranked;
    for (std::uint32_t document = 0; limit > 0 && document < index_.documents().size(); ++document) {
      const float sum = rarity_points(document);
      const bool is_full = ranked.size() == limit;
      if (sum <= 0 || (is_full && sum * kMostNameFactor < ranked.back().score)) continue;
      const Ranked found{sum * document_factor(document), document};
      if (is_full && !comes_before(found, ranked.back())) continue;
      if (is_full) ranked.pop_back();
      ranked.insert(std::upper_bound(ranked.begin(), ranked.end(), found, comes_before), found);
    }
    std::vector<Hit> hits;
    for (const Ranked& place : ranked) hits.push_back(hit(place));
    return hits;
  }

 private:
  float rarity_points(std::uint32_t document) const {
    float sum = 0;
    for (std::size_t word = 0; word < words_.size(); ++word) sum += rarities_[word] * words_[word].documents[document].points;
    return sum;
  }

  // Kind, coverage and name fit: at most kMostNameFactor.
  float document_factor(std::uint32_t document) const {
    float found_rarities = 0;
    float in_title = 0;
    float in_words = 0;
    float fit = 0;
    std::uint32_t title_origin = ~std::uint32_t{0};
    const DocumentTable& documents = index_.documents();
    for (std::size_t word = 0; word < words_.size(); ++word) {
      const Points& points = words_[word].documents[document];
      if (points.points <= 0) continue;
      found_rarities += rarities_[word] * std::min(1.0f, points.points / kFullyFound);
      if (points.field() == Field::Title) {
        // Two typed words may be one word of the title: "driving licence", Führerschein.
        if (points.origin != title_origin) ++in_title;
        title_origin = points.origin;
        if (fit < kBeginningFit && begins_with(documents.title(document), points.term())) fit = kBeginningFit;
      }
      if (points.field() == Field::Words) ++in_words;
    }
    const float coverage = found_rarities / all_rarities_;
    const auto title_words = static_cast<float>(std::max(1u, documents.title_word_count(document)));
    fit = std::max({fit, in_title / title_words, in_words / static_cast<float>(words_.size())});
    return kind_weight(documents.kind(document)) * (0.25f + 0.75f * coverage * coverage) *
           (1.0f + (kMostNameFactor - 1.0f) * std::min(1.0f, fit));
  }

  bool begins_with(std::string_view title, Term term) const {
    std::string letters;
    for (std::size_t position = 0; position < title.size();) {
      const char32_t code_point = next_code_point(title, position);
      if (letter_class(code_point) == LetterClass::Separator) break;
      if (letter_class(code_point) == LetterClass::Letter) append_letters(letters, code_point);
    }
    return letters == index_.vocabulary().letters(term);
  }

  Hit hit(const Ranked& ranked) const {
    const DocumentTable& documents = index_.documents();
    Hit hit;
    hit.document = ranked.document;
    hit.id = documents.id(ranked.document);
    hit.title = documents.title(ranked.document);
    hit.language = documents.language(ranked.document);
    hit.kind = documents.kind(ranked.document);
    hit.score = ranked.score;
    for (const TypedWord& word : words_) {
      const Points& points = word.documents[ranked.document];
      if (points.points <= 0) continue;
      hit.reasons.push_back({word.typed, index_.spelled(points.term()), points.field(), points.how()});
    }
    return hit;
  }

  const SearchIndex& index_;
  const std::vector<TypedWord>& words_;
  std::vector<float> rarities_;
  float all_rarities_ = 0;
};

}  // namespace

std::vector<Hit> rank_documents(const SearchIndex& index, const std::vector<TypedWord>& words, std::size_t limit) {
  return Ranking(index, words).best(limit);
}

}  // namespace stadttor::portal::search
