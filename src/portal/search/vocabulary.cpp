#include "portal/search/vocabulary.h"

#include "portal/search/edit_distance.h"
#include "portal/search/index_bytes.h"
#include "portal/search/word_sound.h"

namespace stadttor::portal::search {
namespace {

// The first number of [0, count) for which is_before is false.
template <class IsBefore>
std::uint32_t first_not_before(std::uint32_t count, IsBefore is_before) {
  std::uint32_t first = 0;
  while (count > 0) {
    const std::uint32_t half = count / 2;
    if (is_before(first + half)) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

// Endings are at most this long ("-ungen" and a doubled consonant), so longer words cannot share a stem.
constexpr std::size_t kLongestEnding = 7;

constexpr std::uint32_t kNoSoundGroup = ~std::uint32_t{0};

}  // namespace

void Vocabulary::reserve(std::uint32_t terms) {
  letters_.reserve(std::size_t{14} * terms);
  starts_.reserve(std::size_t{1} + terms);
  marks_.reserve(terms);
  boundaries_.reserve(terms);
}

void Vocabulary::append(std::string_view letters, std::uint8_t marks) {
  letters_ += letters;
  starts_.push_back(static_cast<std::uint32_t>(letters_.size()));
  marks_.push_back(marks);
  boundaries_.push_back(0);
}

StemLanguage Vocabulary::stem_language(Term term) const {
  if (marks_[term] & kTermGerman) return StemLanguage::German;
  return marks_[term] & kTermEnglish ? StemLanguage::English : StemLanguage::Other;
}

Term Vocabulary::lower_bound(std::string_view letters) const {
  return first_not_before(size(), [&](Term term) { return this->letters(term) < letters; });
}

std::vector<InnerPart> Vocabulary::inner_parts_by_term() const {
  std::vector<InnerPart> parts;
  for (Term term = 0; term < size(); ++term) {
    std::uint64_t left = boundaries_[term];
    for (std::uint32_t start = 0; left != 0; ++start, left >>= 1) {
      if (left & 1) parts.push_back({term, start});
    }
  }
  return parts;
}

std::size_t Vocabulary::lower_bound_of_parts(std::string_view letters) const {
  return first_not_before(static_cast<std::uint32_t>(inner_parts_.size()),
                          [&](std::uint32_t part) { return this->letters(inner_parts_[part]) < letters; });
}

void Vocabulary::group_by_length() {
  length_starts_.fill(0);
  for (Term term = 0; term < size(); ++term) ++length_starts_[length(term) + 1];
  for (std::size_t length = 1; length < length_starts_.size(); ++length) length_starts_[length] += length_starts_[length - 1];
  std::array<std::uint32_t, kLongestWord + 2> next = length_starts_;
  by_length_.resize(size());
  for (Term term = 0; term < size(); ++term) by_length_[next[length(term)]++] = {term, letter_signature(letters(term))};
}

// FNV-1a; the number of groups is a power of two.
std::size_t Vocabulary::sound_group(std::string_view sound) const {
  std::uint32_t hash = 2166136261u;
  for (char letter : sound) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
  return (hash ^ hash >> 16) & (sound_starts_.size() - 2);
}

void Vocabulary::group_by_sound() {
  std::size_t groups = 1;
  while (groups < size()) groups *= 2;
  sound_starts_.assign(groups + 1, 0);
  std::vector<std::uint32_t> group_of_term(size(), kNoSoundGroup);
  std::uint32_t count = 0;
  std::string sound;
  for (Term term = 0; term < size(); ++term) {
    read_word_sound(letters(term), sound);
    if (sound.empty()) continue;
    group_of_term[term] = static_cast<std::uint32_t>(sound_group(sound));
    ++sound_starts_[group_of_term[term] + 1];
    ++count;
  }
  for (std::size_t group = 0; group < groups; ++group) sound_starts_[group + 1] += sound_starts_[group];
  std::vector<std::uint32_t> next = sound_starts_;
  by_sound_.resize(count);
  for (Term term = 0; term < size(); ++term) {
    if (group_of_term[term] != kNoSoundGroup) by_sound_[next[group_of_term[term]]++] = term;
  }
}

bool Vocabulary::has_compound_part(std::string_view letters) const {
  if (letters.size() < 3) return false;
  // Three letters are a part only as a noun of their own ("Rad", "Kfz"); otherwise "ein" and "ver" would be.
  if (letters.size() == 3) {
    const Term term = lower_bound(letters);
    return term < size() && this->letters(term) == letters && (marks_[term] & (kTermFirstCapital | kTermAllCapitals)) != 0;
  }
  const std::string stem = word_stem(letters, StemLanguage::German);
  for (Term term = lower_bound(stem); term < size(); ++term) {
    const std::string_view candidate = this->letters(term);
    if (candidate.substr(0, stem.size()) != stem) return false;
    if (candidate.size() < 4 || candidate.size() > stem.size() + kLongestEnding || !(marks_[term] & kTermGerman)) continue;
    if (word_stem(candidate, StemLanguage::German) == stem) return true;
  }
  return false;
}

}  // namespace stadttor::portal::search
