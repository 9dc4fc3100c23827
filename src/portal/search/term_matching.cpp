#include "portal/search/term_matching.h"

#include <algorithm>
#include <string>

#include "portal/search/edit_distance.h"
#include "portal/search/result_ranking.h"
#include "portal/search/word_reader.h"
#include "portal/search/word_sound.h"
#include "portal/search/word_stem.h"

namespace stadttor::portal::search {
namespace {

// Slips of the finger that are forgiven in a word of this length.
unsigned typos_allowed(std::size_t length) { return length < 4 ? 0 : length < 7 ? 1 : 2; }

constexpr std::size_t kShortestWithMoreTypos = 12;
constexpr unsigned kMoreTypos = 3;
// With a second slip and another first letter it is another word: "gestern" is no "Eltern".
constexpr unsigned kMostTyposWithOtherStart = 1;
constexpr std::size_t kShortestPart = 3;
constexpr std::size_t kShortestPartBeginning = 4;
constexpr std::size_t kLongestLoneParticle = 3;
constexpr std::size_t kShortestMistypedPart = 5;
constexpr std::size_t kRelativesOfTypos = 3;
// No ending is longer, so longer words cannot be forms of the typed one.
constexpr std::size_t kLongestEnding = 7;

unsigned count_bits(std::uint32_t bits) { return static_cast<unsigned>(__builtin_popcount(bits)); }

bool starts_with(std::string_view word, std::string_view start) { return word.substr(0, start.size()) == start; }

class TermFinder {
 public:
  TermFinder(std::string_view letters, const Vocabulary& vocabulary)
      : letters_(letters),
        vocabulary_(vocabulary),
        german_stem_(word_stem(letters, StemLanguage::German)),
        english_stem_(word_stem(letters, StemLanguage::English)),
        other_stem_(word_stem(letters, StemLanguage::Other)),
        is_lone_particle_(letters.size() <= kLongestLoneParticle && is_verb_particle(letters)) {}

  std::vector<TermMatch> find(MatchWidth width) {
    find_forms();
    if (!is_lone_particle_) find_parts();
    has_sure_match_ = !matches_.empty();
    if (width == MatchWidth::HalfTyped) find_beginnings();
    if (width != MatchWidth::Known) find_typos(width);
    merge();
    return std::move(matches_);
  }

 private:
  void add(Term term, MatchKind how, float quality) { matches_.push_back({term, how, quality}); }

  const std::string& stem_in(StemLanguage language) const {
    switch (language) {
      case StemLanguage::German: return german_stem_;
      case StemLanguage::English: return english_stem_;
      case StemLanguage::Other: break;
    }
    return other_stem_;
  }

  // Forms of a word begin with its stem, but for participles, Arabic articles and English "-ies" (stem "-y").
  void find_forms() {
    find_forms_at(german_stem_);
    find_forms_at(participle_beginning(german_stem_));
    std::string_view english = english_stem_;
    if (english.size() > 3 && english.back() == 'y') english.remove_suffix(1);
    if (!starts_with(english, german_stem_)) find_forms_at(english);
    if (!starts_with(other_stem_, german_stem_)) find_forms_at(other_stem_);
    if (!starts_with(letters_, german_stem_) && !starts_with(letters_, other_stem_)) find_forms_at(letters_);
  }

  void find_forms_at(std::string_view beginning) {
    for (Term term = vocabulary_.lower_bound(beginning); term < vocabulary_.size(); ++term) {
      const std::string_view word = vocabulary_.letters(term);
      if (!starts_with(word, beginning)) return;
      if (word.size() > beginning.size() + kLongestEnding) continue;
      const StemLanguage language = vocabulary_.stem_language(term);
      if (word == letters_) {
        add(term, MatchKind::Exact, match_quality(MatchKind::Exact));
      } else if (!is_lone_particle_ && is_same_stem(word, language)) {
        add(term, MatchKind::Stem, match_quality(MatchKind::Stem));
      } else {
        continue;
      }
      is_known_ = true;
    }
  }

  // Words of the synonyms carry the language of the documents, whatever they are: an Arabic article is cut in any.
  bool is_same_stem(std::string_view word, StemLanguage language) const {
    return word_stem(word, language) == stem_in(language) || (word == other_stem_ && other_stem_ != letters_);
  }

  bool is_form(std::string_view part) const {
    if (part.size() > german_stem_.size() + kLongestEnding) return false;
    return part == letters_ || word_stem(part, StemLanguage::German) == german_stem_;
  }

  // The ends of the parts from `start` on, nearest first, until visit(end) returns true.
  template <class Visit>
  void each_part_end(Term term, std::uint32_t start, Visit visit) const {
    const std::uint32_t length = vocabulary_.length(term);
    const std::uint64_t ends = vocabulary_.boundaries(term) | std::uint64_t{1} << length;
    for (std::uint32_t end = start + 1; end <= length; ++end) {
      if ((ends >> end & 1) != 0 && (start > 0 || end < length) && visit(end)) return;
    }
  }

  void find_parts() {
    if (german_stem_.size() < kShortestPart) return;
    for (Term term = vocabulary_.lower_bound(german_stem_); term < vocabulary_.size(); ++term) {
      if (!starts_with(vocabulary_.letters(term), german_stem_)) break;
      if (vocabulary_.boundaries(term) != 0) find_part(term, 0);
    }
    const std::vector<InnerPart>& parts = vocabulary_.inner_parts();
    for (std::size_t number = vocabulary_.lower_bound_of_parts(german_stem_); number < parts.size(); ++number) {
      if (!starts_with(vocabulary_.letters(parts[number]), german_stem_)) break;
      find_part(parts[number].term, parts[number].start);
    }
  }

  void find_part(Term term, std::uint32_t start) {
    const std::string_view word = vocabulary_.letters(term);
    each_part_end(term, start, [&](std::uint32_t end) {
      if (!is_form(word.substr(start, end - start))) return false;
      add(term, MatchKind::CompoundPart, part_quality(end == word.size() ? PartPlace::Head : PartPlace::Modifier));
      return true;
    });
  }

  void find_beginnings() {
    for (Term term = vocabulary_.lower_bound(letters_); term < vocabulary_.size(); ++term) {
      const std::string_view word = vocabulary_.letters(term);
      if (!starts_with(word, letters_)) break;
      if (word.size() > letters_.size()) add(term, MatchKind::Prefix, prefix_quality(letters_.size(), word.size()));
    }
    if (letters_.size() < kShortestPartBeginning) return;
    const std::vector<InnerPart>& parts = vocabulary_.inner_parts();
    for (std::size_t number = vocabulary_.lower_bound_of_parts(letters_); number < parts.size(); ++number) {
      const std::string_view part = vocabulary_.letters(parts[number]);
      if (!starts_with(part, letters_)) break;
      add(parts[number].term, MatchKind::Prefix,
          part_quality(PartPlace::Modifier) * prefix_quality(letters_.size(), part.size()));
    }
  }

  void find_typos(MatchWidth width) {
    unsigned most = typos_allowed(letters_.size());
    // A word that exists is rarely mistyped, and never twice.
    if (is_known_) most = std::min(most, 1u);
    if (most == 0) return;
    const EditDistance distance(letters_);
    const std::size_t first_typo = matches_.size();
    find_words_within(most, distance);
    if (is_known_) return;
    find_same_sound();
    // A third slip is looked for only where two explain nothing.
    if (matches_.size() == first_typo && letters_.size() >= kShortestWithMoreTypos) find_words_within(kMoreTypos, distance);
    if (matches_.size() > first_typo) {
      find_relatives(first_typo);
    } else if (!has_sure_match_ && letters_.size() >= kShortestMistypedPart) {
      find_mistyped_parts(distance, most, width);
    }
  }

  void find_words_within(unsigned most, const EditDistance& distance) {
    const std::uint32_t signature = letter_signature(letters_);
    const auto* end = vocabulary_.first_of_length(std::min(kLongestWord, letters_.size() + most) + 1);
    for (const auto* entry = vocabulary_.first_of_length(letters_.size() - most); entry != end; ++entry) {
      if (count_bits(signature & ~entry->signature) > most || count_bits(entry->signature & ~signature) > most) continue;
      const unsigned typos = distance.to_word(vocabulary_.letters(entry->term));
      if (typos == 0 || typos > most) continue;
      const bool has_same_start = vocabulary_.letters(entry->term)[0] == letters_[0];
      if (typos > kMostTyposWithOtherStart && !has_same_start) continue;
      float quality = typo_quality(typos, letters_.size());
      if (is_known_) quality *= kKnownWordMistyped;
      if (!has_same_start) quality *= kFirstLetterMistyped;
      add(entry->term, MatchKind::Typo, quality);
    }
  }

  // Written by ear, a word may have more slips than are forgiven otherwise: "Hepame".
  void find_same_sound() {
    std::string sound;
    read_word_sound(letters_, sound);
    if (sound.empty()) return;
    std::string other;
    vocabulary_.each_of_sound(sound, [&](Term term) {
      read_word_sound(vocabulary_.letters(term), other);
      if (other == sound) add(term, MatchKind::Typo, kSameSoundQuality);
    });
  }

  // "steur" means "Steuer", and so it means "Steuern" and "Hundesteuer" as well.
  void find_relatives(std::size_t first_typo) {
    const std::size_t end = matches_.size();
    float best = 0;
    for (std::size_t typo = first_typo; typo < end; ++typo) best = std::max(best, matches_[typo].quality);
    std::size_t left = kRelativesOfTypos;
    for (std::size_t number = first_typo; number < end && left > 0; ++number) {
      const TermMatch typo = matches_[number];
      if (typo.quality < best) continue;
      --left;
      for (const TermMatch& relative : find_terms(vocabulary_.letters(typo.term), vocabulary_, MatchWidth::Known)) {
        if (relative.term != typo.term) add(relative.term, MatchKind::Typo, relative.quality * typo.quality);
      }
    }
  }

  // The last resort: a mistyped part of a compound, or a mistyped half word. The first letter must be right.
  void find_mistyped_parts(const EditDistance& distance, unsigned most, MatchWidth width) {
    const std::string_view first_letter = letters_.substr(0, 1);
    for (Term term = vocabulary_.lower_bound(first_letter); term < vocabulary_.size(); ++term) {
      const std::string_view word = vocabulary_.letters(term);
      if (!starts_with(word, first_letter)) break;
      if (vocabulary_.boundaries(term) != 0) find_mistyped_part({term, 0}, distance, most);
      if (width == MatchWidth::HalfTyped && distance.to_beginning(word) <= 1) {
        add(term, MatchKind::Typo, typo_quality(1, letters_.size()) * prefix_quality(letters_.size(), word.size()));
      }
    }
    const std::vector<InnerPart>& parts = vocabulary_.inner_parts();
    for (std::size_t number = vocabulary_.lower_bound_of_parts(first_letter); number < parts.size(); ++number) {
      if (!starts_with(vocabulary_.letters(parts[number]), first_letter)) break;
      find_mistyped_part(parts[number], distance, most);
    }
  }

  void find_mistyped_part(InnerPart part, const EditDistance& distance, unsigned most) {
    const std::string_view word = vocabulary_.letters(part.term);
    each_part_end(part.term, part.start, [&](std::uint32_t end) {
      const std::string_view letters = word.substr(part.start, end - part.start);
      if (letters.size() + most < letters_.size()) return false;
      if (letters.size() > letters_.size() + most) return true;
      const unsigned typos = distance.to_word(letters);
      if (typos > most) return false;
      const PartPlace place = end == word.size() ? PartPlace::Head : PartPlace::Modifier;
      add(part.term, MatchKind::Typo, part_quality(place) * typo_quality(typos, letters_.size()));
      return true;
    });
  }

  // Each term once, with its best match.
  void merge() {
    std::sort(matches_.begin(), matches_.end(), [](const TermMatch& left, const TermMatch& right) {
      if (left.term != right.term) return left.term < right.term;
      return left.quality != right.quality ? left.quality > right.quality : left.how < right.how;
    });
    const auto end = std::unique(matches_.begin(), matches_.end(),
                                 [](const TermMatch& left, const TermMatch& right) { return left.term == right.term; });
    matches_.erase(end, matches_.end());
  }

  std::string_view letters_;
  const Vocabulary& vocabulary_;
  std::string german_stem_;
  std::string english_stem_;
  std::string other_stem_;
  bool is_lone_particle_ = false;  // "weg" is neither "Wege" nor part of "unterwegs"
  std::vector<TermMatch> matches_;
  bool is_known_ = false;
  bool has_sure_match_ = false;
};

}  // namespace

std::vector<TermMatch> find_terms(std::string_view letters, const Vocabulary& vocabulary, MatchWidth width) {
  return TermFinder(letters.substr(0, kLongestWord), vocabulary).find(width);
}

bool has_known_word(const std::vector<TermMatch>& matches) {
  return std::any_of(matches.begin(), matches.end(), [](const TermMatch& match) {
    return match.how == MatchKind::Exact || match.how == MatchKind::Stem;
  });
}

}  // namespace stadttor::portal::search
