// How many slips of the finger lie between a typed word and the words of an index.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stadttor::portal::search {

// Optimal string alignment: one step is a letter missing, added, exchanged, or two neighbours swapped.
// Invariant: the typed word has at most kLongestWord letters, so that a column of the matrix fits into 64 bits.
class EditDistance {
 public:
  explicit EditDistance(std::string_view typed);

  // From the typed word to the whole of `word`.
  unsigned to_word(std::string_view word) const;

  // To the nearest beginning of `word`: for a word that is still being typed.
  unsigned to_beginning(std::string_view word) const;

 private:
  struct Distances {
    unsigned whole = 0;
    unsigned nearest_beginning = 0;
  };
  Distances distances(std::string_view word) const;

  std::array<std::uint64_t, 256> places_{};  // by letter: bit i is set if the typed word has it at place i
  unsigned length_ = 0;
};

// Which letters a word has, one bit each: words that differ in more bits than steps allowed need no comparison.
std::uint32_t letter_signature(std::string_view letters);

}  // namespace stadttor::portal::search
