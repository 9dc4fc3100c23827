// The words of an index, sorted by their letters, with the parts of compounds and the lengths of words as further
// ways in. Which documents hold a word is the business of postings.h.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portal/search/search_letters.h"
#include "portal/search/word_stem.h"

namespace stadttor::portal::search {

using Term = std::uint32_t;  // number of a word in the sorted vocabulary

// A part of a compound that does not stand at its start.
struct InnerPart {
  Term term = 0;
  std::uint32_t start = 0;
};

class Vocabulary {
 public:
  void reserve(std::uint32_t terms);

  // Terms are added in ascending order of their letters. `marks`: see TermMark.
  void append(std::string_view letters, std::uint8_t marks);

  std::uint32_t size() const { return static_cast<std::uint32_t>(marks_.size()); }
  std::string_view letters(Term term) const { return {letters_.data() + starts_[term], length(term)}; }
  std::uint32_t length(Term term) const { return starts_[term + 1] - starts_[term]; }
  std::uint8_t marks(Term term) const { return marks_[term]; }
  StemLanguage stem_language(Term term) const;

  // The first term that is not before `letters`.
  Term lower_bound(std::string_view letters) const;

  // Bit i: a part of the compound starts at letter i. 0 for words that are no compounds.
  std::uint64_t boundaries(Term term) const { return boundaries_[term]; }
  void set_boundaries(Term term, std::uint64_t boundaries) { boundaries_[term] = boundaries; }

  // All inner parts in the order of their letters to the end of the word, so that those with the same beginning
  // lie together.
  std::vector<InnerPart> inner_parts_by_term() const;
  void set_inner_parts(std::vector<InnerPart> sorted) { inner_parts_ = std::move(sorted); }
  const std::vector<InnerPart>& inner_parts() const { return inner_parts_; }
  std::string_view letters(InnerPart part) const { return letters(part.term).substr(part.start); }
  std::size_t lower_bound_of_parts(std::string_view letters) const;

  // Sorts the terms by length, for the search for mistyped words.
  void group_by_length();
  struct SignedTerm {
    Term term = 0;
    std::uint32_t signature = 0;  // see letter_signature()
  };
  const SignedTerm* first_of_length(std::size_t length) const { return by_length_.data() + length_starts_[length]; }

  // Sorts the terms by their sound (word_sound.h), for the search for words written by ear.
  void group_by_sound();

  // Calls visit(Term) for every term with this sound, and now and then for one without.
  template <class Visit>
  void each_of_sound(std::string_view sound, Visit visit) const {
    const std::size_t group = sound_group(sound);
    for (std::uint32_t at = sound_starts_[group]; at < sound_starts_[group + 1]; ++at) visit(by_sound_[at]);
  }

  // Is this a word, or a form of a word, that compounds are made of?
  bool has_compound_part(std::string_view letters) const;

 private:
  std::size_t sound_group(std::string_view sound) const;

  std::string letters_;
  std::vector<std::uint32_t> starts_ = {0};
  std::vector<std::uint8_t> marks_;
  std::vector<std::uint64_t> boundaries_;
  std::vector<InnerPart> inner_parts_;
  std::vector<SignedTerm> by_length_;
  std::array<std::uint32_t, kLongestWord + 2> length_starts_{};
  std::vector<Term> by_sound_;
  std::vector<std::uint32_t> sound_starts_ = {0, 0};
};

}  // namespace stadttor::portal::search
