#include "portal/search/typed_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "portal/search/compound_split.h"
#include "portal/search/result_ranking.h"
#include "portal/search/search_letters.h"
#include "portal/search/term_matching.h"
#include "portal/search/word_reader.h"

namespace stadttor::portal::search {
namespace {

// More is no question but a letter; what stands at its end is left out.
constexpr std::size_t kMostTypedWords = 12;
constexpr std::size_t kMostSlots = 24;
constexpr std::size_t kMostTypedBytes = 400;
constexpr std::size_t kMostSynonymPhrases = 30;
constexpr std::size_t kShortestHalfWord = 3;
constexpr std::size_t kShortestHalfSynonym = 4;

// One slip in a long word leaves no doubt which word is meant; taken apart, it would only mean less. A word that is
// merely mentioned in texts is taken apart all the same: "Grundsteuerbescheid" asks for what is about Grundsteuer.
constexpr float kCloseWordQuality = 0.72f;

bool has_close_word(const std::vector<TermMatch>& matches) {
  return std::any_of(matches.begin(), matches.end(), [](const TermMatch& match) {
    return match.how == MatchKind::Typo && match.quality >= kCloseWordQuality;
  });
}

// Does the beginning of a word stand for the synonyms of the word?
enum class HalfSynonyms : unsigned char { No, Yes };

using DocumentPoints = std::vector<Points>;
using Slots = std::uint32_t;  // a bit for each slot

// A typed word, or a part of a typed compound that the index does not have.
struct Slot {
  std::string letters;
  std::size_t token = 0;
  std::size_t whole = 0;  // of a part: the slot of the typed word
  bool is_part = false;
  DocumentPoints documents;
};

class TypedWordReader {
 public:
  TypedWordReader(const SearchIndex& index, std::string_view typed, SearchedFields fields)
      : index_(index),
        vocabulary_(index.vocabulary()),
        fields_(fields),
        tokens_(read_words(typed.substr(0, kMostTypedBytes))),
        slots_of_term_(vocabulary_.size()),
        quality_of_term_(vocabulary_.size()) {}

  std::vector<TypedWord> read() {
    make_slots();
    join_neighbours();
    join_around_prepositions();
    join_verb_particles();
    match_slots();
    match_synonyms();
    return typed_words();
  }

 private:
  bool is_searched(const Word& token) const {
    const bool is_digit = token.letters[0] >= '0' && token.letters[0] <= '9';
    return !is_stop_word(token.letters) && (token.letters.size() > 1 || is_digit || tokens_.size() == 1);
  }

  void make_slots() {
    for (std::size_t token = 0; token < tokens_.size() && slots_.size() < kMostTypedWords; ++token) {
      if (is_searched(tokens_[token])) add_slot(tokens_[token].letters, token);
    }
  }

  Slot& add_slot(std::string_view letters, std::size_t token) {
    slots_.push_back({std::string(letters), token, 0, false, DocumentPoints(index_.documents().size())});
    return slots_.back();
  }

  Slots slots_of_tokens(std::size_t first, std::size_t last) const {
    Slots found = 0;
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (slots_[slot].token >= first && slots_[slot].token <= last) found |= Slots{1} << slot;
    }
    return found;
  }

  // Raises the points of every document that has one of the terms. Returns the most points given.
  float collect(const std::vector<TermMatch>& matches, DocumentPoints& documents) const {
    float most = 0;
    for (const TermMatch& match : matches) {
      index_.postings().each(match.term, [&](Field field, std::uint32_t document) {
        if (fields_ == SearchedFields::TitleAndWords && field > Field::Phrases) return;
        const float points = match.quality * field_weight(field);
        most = std::max(most, points);
        if (points > documents[document].points) documents[document] = {points, points_origin(match.term, field, match.how)};
      });
    }
    return most;
  }

  void collect_for(Slots slots, const std::vector<TermMatch>& matches) {
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (slots >> slot & 1) collect(matches, slots_[slot].documents);
    }
  }

  // These terms were typed, one way or another, so their synonyms are meant too.
  void note_typed_terms(Slots slots, const std::vector<TermMatch>& matches, HalfSynonyms half) {
    const bool is_known = has_known_word(matches);
    for (const TermMatch& match : matches) {
      if (match.how == MatchKind::CompoundPart) continue;
      if (match.how == MatchKind::Typo && is_known) continue;
      if (match.how == MatchKind::Prefix && half == HalfSynonyms::No) continue;
      slots_of_term_[match.term] |= slots;
      quality_of_term_[match.term] = std::max(quality_of_term_[match.term], match.quality);
    }
  }

  // Words torn apart: "sperr müll", "bewohner park ausweis", "ab melden".
  void join_neighbours() {
    if (tokens_.size() < 2) return;
    // Words that stand in the vocabulary are as they were meant: "perso weg" is no slip for "Personen".
    std::vector<bool> known(tokens_.size());
    std::transform(tokens_.begin(), tokens_.end(), known.begin(), [this](const Word& token) { return is_known(token); });
    for (std::size_t first = 0; first < tokens_.size(); ++first) {
      std::string surface(tokens_[first].surface);
      bool are_known = known[first];
      for (std::size_t last = first + 1; last < tokens_.size() && last <= first + 2; ++last) {
        surface += tokens_[last].surface;
        are_known = are_known && known[last];
        const Slots slots = slots_of_tokens(first, last);
        if (slots == 0 || !can_join(first, last)) break;
        join(letters_from_text(surface), slots, MatchKind::CompoundPart, are_known ? MatchWidth::Known : MatchWidth::Mistyped);
      }
    }
  }

  bool is_known(const Word& token) const { return has_known_word(find_terms(token.letters, vocabulary_, MatchWidth::Known)); }

  bool can_join(std::size_t first, std::size_t last) const {
    for (std::size_t token = first; token <= last; ++token) {
      const std::string& letters = tokens_[token].letters;
      if (is_stop_word(letters) && !(is_verb_particle(letters) && token < last)) return false;
    }
    return true;
  }

  // A compound taken apart and turned round: "Geld für Kinder" is Kindergeld, "Ausweis von meinem Baby" a Babyausweis.
  void join_around_prepositions() {
    for (std::size_t head = 0; head + 2 < tokens_.size(); ++head) {
      if (slots_of_tokens(head, head) == 0 || !is_compound_preposition(tokens_[head + 1].letters)) continue;
      std::size_t modifier = head + 2;
      if (modifier + 1 < tokens_.size() && slots_of_tokens(modifier, modifier) == 0) ++modifier;
      if (slots_of_tokens(modifier, modifier) == 0) continue;
      const Slots slots = slots_of_tokens(head, modifier);
      join(tokens_[modifier].letters + tokens_[head].letters, slots, MatchKind::CompoundPart, MatchWidth::Mistyped);
    }
  }

  // "ich ziehe am Montag um": umziehen.
  void join_verb_particles() {
    for (std::size_t particle = 1; particle < tokens_.size(); ++particle) {
      if (!is_verb_particle(tokens_[particle].letters)) continue;
      for (std::size_t token = 0; token < particle; ++token) {
        const Slots slots = slots_of_tokens(token, token);
        if (slots != 0) {
          join(tokens_[particle].letters + tokens_[token].letters, slots | slots_of_tokens(particle, particle), MatchKind::Stem,
               MatchWidth::Known);
        }
      }
    }
  }

  void join(const std::string& letters, Slots slots, MatchKind how, MatchWidth width) {
    if (letters.size() > kLongestWord) return;
    std::vector<TermMatch> matches = find_terms(letters, vocabulary_, width);
    note_typed_terms(slots, matches, HalfSynonyms::No);
    for (TermMatch& match : matches) {
      if (match.how == MatchKind::Exact) match.how = how;
    }
    collect_for(slots, matches);
  }

  void match_slots() {
    const std::size_t typed_count = slots_.size();
    for (std::size_t slot = 0; slot < typed_count; ++slot) {
      const std::string letters = slots_[slot].letters;
      std::vector<TermMatch> matches = find_terms(letters, vocabulary_, width_of(slots_[slot]));
      if (!has_known_word(matches)) add_matches_as_typed(slot, matches);
      note_typed_terms(Slots{1} << slot, matches, half_synonyms(slots_[slot]));
      const float most_points = collect(matches, slots_[slot].documents);
      const bool is_understood = has_known_word(matches) || has_close_word(matches);
      if (!is_understood || most_points <= field_weight(Field::Summary)) match_parts(slot, letters);
    }
  }

  HalfSynonyms half_synonyms(const Slot& slot) const {
    const bool is_last = slot.token + 1 == tokens_.size();
    return is_last && slot.letters.size() >= kShortestHalfSynonym ? HalfSynonyms::Yes : HalfSynonyms::No;
  }

  MatchWidth width_of(const Slot& slot) const {
    if (slot.token + 1 == tokens_.size()) return MatchWidth::HalfTyped;
    if (is_verb_particle(slot.letters) || is_weak_word(slot.letters)) return MatchWidth::Known;
    return slot.letters.size() >= kShortestHalfWord ? MatchWidth::HalfTyped : MatchWidth::Known;
  }

  void add_matches_as_typed(std::size_t slot, std::vector<TermMatch>& matches) const {
    const std::string letters = letters_as_typed(tokens_[slots_[slot].token].surface);
    if (letters == slots_[slot].letters || letters.size() > kLongestWord) return;
    for (const TermMatch& match : find_terms(letters, vocabulary_, MatchWidth::Mistyped)) matches.push_back(match);
  }

  void match_parts(std::size_t whole, std::string_view letters) {
    for (const CompoundPart& part : split_compound(letters, vocabulary_)) {
      if (slots_.size() == kMostSlots) return;
      const std::size_t number = slots_.size();
      Slot& slot = add_slot(part.letters, slots_[whole].token);
      slot.whole = whole;
      slot.is_part = true;
      const auto matches = find_terms(part.letters, vocabulary_, part.is_known ? MatchWidth::Known : MatchWidth::Mistyped);
      note_typed_terms(Slots{1} << number, matches, HalfSynonyms::No);
      collect(matches, slot.documents);
    }
  }

  // A phrase is typed if each of its words is, in any order and with others between them.
  void match_synonyms() {
    const SynonymTable& table = index_.synonyms();
    std::size_t left = kMostSynonymPhrases;
    for (std::uint32_t group = 0; group < table.group_count(); ++group) {
      for (std::uint32_t phrase = table.group_starts[group]; phrase < table.group_starts[group + 1]; ++phrase) {
        Slots slots = 0;
        float quality = 1;
        for (std::uint32_t word = table.phrase_starts[phrase]; word < table.phrase_starts[phrase + 1]; ++word) {
          const Term term = table.words[word];
          quality = std::min(quality, quality_of_term_[term]);
          slots |= slots_of_term_[term];
        }
        if (quality <= 0) continue;
        for (std::uint32_t other = table.group_starts[group]; other < table.group_starts[group + 1] && left > 0; ++other) {
          if (other != phrase && match_phrase(other, slots, quality * kSynonymQuality)) --left;
        }
      }
    }
  }

  // A document has a phrase if it has all its words; the weakest one counts. Returns whether any document may have it:
  // most words of other languages stand in none.
  bool match_phrase(std::uint32_t phrase, Slots slots, float quality) {
    const SynonymTable& table = index_.synonyms();
    std::vector<std::vector<TermMatch>> words;
    for (std::uint32_t word = table.phrase_starts[phrase]; word < table.phrase_starts[phrase + 1]; ++word) {
      words.push_back(find_terms(vocabulary_.letters(table.words[word]), vocabulary_, MatchWidth::Known));
      if (!has_documents(words.back())) return false;
    }
    DocumentPoints all;
    for (const std::vector<TermMatch>& matches : words) {
      DocumentPoints documents(index_.documents().size());
      collect(matches, documents);
      if (all.empty()) {
        all = std::move(documents);
        continue;
      }
      for (std::size_t document = 0; document < all.size(); ++document) {
        if (documents[document].points < all[document].points) all[document] = documents[document];
      }
    }
    for (std::size_t slot = 0; slot < slots_.size(); ++slot) {
      if (slots >> slot & 1) raise(slots_[slot].documents, all, quality, MatchKind::Synonym);
    }
    return true;
  }

  bool has_documents(const std::vector<TermMatch>& matches) const {
    return std::any_of(matches.begin(), matches.end(),
                       [&](const TermMatch& match) { return index_.postings().has_documents(match.term); });
  }

  static void raise(DocumentPoints& documents, const DocumentPoints& others, float quality, MatchKind how) {
    for (std::size_t document = 0; document < documents.size(); ++document) {
      const Points& other = others[document];
      if (other.points * quality <= documents[document].points) continue;
      documents[document] = {other.points * quality, points_origin(other.term(), other.field(), how)};
    }
  }

  // The parts of a typed compound give it the mean of their points.
  void raise_whole(std::size_t whole) {
    DocumentPoints mean(index_.documents().size());
    float count = 0;
    for (const Slot& part : slots_) {
      if (!part.is_part || part.whole != whole) continue;
      ++count;
      for (std::size_t document = 0; document < mean.size(); ++document) {
        if (part.documents[document].points <= 0) continue;
        mean[document].points += part.documents[document].points;
        mean[document].origin = part.documents[document].origin;
      }
    }
    if (count > 0) raise(slots_[whole].documents, mean, kTypedCompoundQuality / count, MatchKind::CompoundPart);
  }

  std::vector<TypedWord> typed_words() {
    std::vector<TypedWord> words;
    for (std::size_t slot = 0; slot < slots_.size() && !slots_[slot].is_part; ++slot) {
      raise_whole(slot);
      words.push_back({std::string(tokens_[slots_[slot].token].surface), is_weak_word(slots_[slot].letters), std::move(slots_[slot].documents)});
    }
    return words;
  }

  const SearchIndex& index_;
  const Vocabulary& vocabulary_;
  SearchedFields fields_;
  std::vector<Word> tokens_;
  std::vector<Slot> slots_;
  std::vector<Slots> slots_of_term_;
  std::vector<float> quality_of_term_;
};

}  // namespace

std::vector<TypedWord> read_typed_words(const SearchIndex& index, std::string_view typed, SearchedFields fields) {
  return TypedWordReader(index, typed, fields).read();
}

}  // namespace stadttor::portal::search
