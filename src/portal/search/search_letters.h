// The search alphabet: one byte per letter, without case, accents or spelling variants, so that words of all
// supported scripts are stored, compared and mistyped in the same way.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stadttor::portal::search {

// Longer words are cut: boundaries inside a word are kept as bits of one 64-bit number.
inline constexpr std::size_t kLongestWord = 60;

// The code point at `position`, which moves behind it. Broken UTF-8 yields U+FFFD, one byte at a time.
char32_t next_code_point(std::string_view text, std::size_t& position);

void append_utf8(std::string& text, char32_t code_point);

char32_t lower_code_point(char32_t code_point);

enum class LetterClass : unsigned char {
  Letter,     // belongs to a word
  Silent,     // inside a word but not part of it: combining marks, apostrophes, vowel signs
  Joint,      // marks where a compound is joined: mediopoint, soft hyphen
  Separator,  // ends a word
};

LetterClass letter_class(char32_t code_point);

// Appends the letters of one code point of class Letter. German spellings fall together: a = ä = ae, ß = ss.
// "ue" stays two letters after a vowel or q ("neue", "Steuer", "Quelle").
void append_letters(std::string& letters, char32_t code_point);

// The letters of one word; everything that is no letter is left out.
std::string letters_from_text(std::string_view text);

// The same with "ae", "oe" and "ue" kept: in a mistyped word ("fuerwerk") they may be no umlauts.
std::string letters_as_typed(std::string_view text);

// The code point that the letters at `position` stand for when nothing else is known ("a" for a, ä and á).
// `position` moves behind them.
char32_t next_plain_code_point(std::string_view letters, std::size_t& position);

}  // namespace stadttor::portal::search
