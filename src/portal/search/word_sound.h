// How a German word sounds, so that words written by ear are found: "Hepame", "Rechnunk".
// Which words of the vocabulary share a sound is the business of vocabulary.h.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::portal::search {

// `letters` is in the search alphabet. The sound is equal for words that are confused by ear: soft and hard consonants,
// long and short vowels, doubled letters, a silent h, and the ends "-er" and "-a". Empty: no Latin word, or one too short
// for a sound of its own. `sound` is overwritten; a whole vocabulary is read into one string.
void read_word_sound(std::string_view letters, std::string& sound);

}  // namespace stadttor::portal::search
