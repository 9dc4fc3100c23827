// Names as German administration writes them (DIN 91379): which characters a name may have, and letters with marks in their composed
// form, so that equal names are equal bytes.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::forms {

enum class CharacterSet : unsigned char {
  Names,  // datatype A: letters, apostrophes, hyphens, spaces
  Text,   // datatype C without line breaks: digits and punctuation as well
};

// The first thing in the text that the set does not have, a letter with its marks; empty where there is none. The text is composed.
std::string_view find_foreign_character(std::string_view text, CharacterSet set);

// Letters and their marks as one code point where DIN 91379 has one (the Latin part of Unicode's form NFC).
std::string composed_text(std::string_view text);

}  // namespace stadttor::forms
