// Light stemmers: which forms of a word count as the same word. Only endings are cut; nothing is looked up.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::portal::search {

enum class StemLanguage : unsigned char { German, English, Other };

// "de", "de-simple" -> German; "en", "en-GB" -> English; everything else -> Other.
StemLanguage stem_language_from_tag(std::string_view language_tag);

// `letters` is in the search alphabet (search_letters.h), and so is the stem.
// German: Anmeldung, anmelden, angemeldet -> anmeld; Hunde -> hund; Ämter -> amt.
// English: permits, permitted -> permit. Other: only the Arabic article is cut.
std::string word_stem(std::string_view letters, StemLanguage language);

// Beginnings of the words that may have this German stem, besides the stem itself: the participles, whose "ge" the
// stemmer takes out. anmeld -> angemeld.
std::string participle_beginning(std::string_view german_stem);

}  // namespace stadttor::portal::search
