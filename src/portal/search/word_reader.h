// Cuts text into words of the search alphabet, and knows the words that carry no meaning for a search.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stadttor::portal::search {

struct Word {
  std::string letters;
  std::string_view surface;      // as written, part of the text that was read
  std::uint64_t boundaries = 0;  // bit i: a part of a compound starts at letter i (Haus·tür)
  bool joined_to_next = false;   // only a hyphen follows: "Kfz-Zulassung"
};

// The words of `text` in order. The surfaces point into `text`, which must outlive them.
std::vector<Word> read_words(std::string_view text);

// Words that stand in any question ("wo kann ich meinen ..."), in German, English, Turkish, Ukrainian and Arabic.
// They are neither indexed nor searched. `letters` is in the search alphabet.
bool is_stop_word(std::string_view letters);

// Verbs that go with everything ("machen", "bekommen", "brauchen"), by their German stem. They count little, and are
// indexed only in titles and citizens' words.
bool is_weak_word(std::string_view letters);

// "ab", "an", "um", ...: the part of a German verb that may stand at the end ("ich ziehe um").
bool is_verb_particle(std::string_view letters);

// "für", "von", "zum", ...: what may stand between the parts of a German compound that was taken apart ("Geld für Kinder").
bool is_compound_preposition(std::string_view letters);

}  // namespace stadttor::portal::search
