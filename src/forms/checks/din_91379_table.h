// The characters of DIN 91379 as data; what they are asked for is in din_91379.h.
#pragma once

#include <cstdint>
#include <string_view>

namespace stadttor::forms {

struct CodePointRange {
  std::uint16_t first;
  std::uint16_t last;
};

inline constexpr int kLatinRanges = 38;

struct Din91379Table {
  CodePointRange letters[kLatinRanges];
  std::string_view name_signs;   // N1: apostrophes, hyphens, the space ...
  std::string_view other_signs;  // N2: digits and punctuation
  std::string_view sequences;    // letters with marks that have no code point of their own, each followed by a space
  std::string_view compositions; // letter, mark, and the letter they make together, one after the other
};

const Din91379Table& din_91379_table();

}  // namespace stadttor::forms
