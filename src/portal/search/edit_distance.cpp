#include "portal/search/edit_distance.h"

#include <algorithm>

#include "portal/search/search_letters.h"

namespace stadttor::portal::search {

EditDistance::EditDistance(std::string_view typed) {
  typed = typed.substr(0, kLongestWord);
  length_ = static_cast<unsigned>(typed.size());
  for (std::size_t place = 0; place < typed.size(); ++place) {
    places_[static_cast<unsigned char>(typed[place])] |= std::uint64_t{1} << place;
  }
}

// Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003): a column of the
// matrix is kept as its vertical differences (+1 in `up`, -1 in `down`), one bit for each typed letter.
EditDistance::Distances EditDistance::distances(std::string_view word) const {
  Distances result{length_, length_};
  if (length_ == 0) return {static_cast<unsigned>(word.size()), 0};
  const std::uint64_t last = std::uint64_t{1} << (length_ - 1);
  std::uint64_t up = ~std::uint64_t{0};
  std::uint64_t down = 0;
  std::uint64_t diagonal = 0;
  std::uint64_t places_before = 0;
  for (char letter : word) {
    const std::uint64_t places = places_[static_cast<unsigned char>(letter)];
    const std::uint64_t swapped = ((~diagonal & places) << 1) & places_before;
    diagonal = (((places & up) + up) ^ up) | places | down | swapped;
    std::uint64_t right_up = down | ~(diagonal | up);
    std::uint64_t right_down = diagonal & up;
    if (right_up & last) ++result.whole;
    if (right_down & last) --result.whole;
    right_up = (right_up << 1) | 1;
    right_down <<= 1;
    up = right_down | ~(diagonal | right_up);
    down = right_up & diagonal;
    places_before = places;
    result.nearest_beginning = std::min(result.nearest_beginning, result.whole);
  }
  return result;
}

unsigned EditDistance::to_word(std::string_view word) const { return distances(word).whole; }

unsigned EditDistance::to_beginning(std::string_view word) const { return distances(word).nearest_beginning; }

std::uint32_t letter_signature(std::string_view letters) {
  std::uint32_t signature = 0;
  for (char letter : letters) signature |= 1u << (static_cast<unsigned char>(letter) & 31u);
  return signature;
}

}  // namespace stadttor::portal::search
