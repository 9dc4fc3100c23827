#include "portal/search/word_stem.h"

namespace stadttor::portal::search {
namespace {

constexpr std::string_view kSeparablePrefixes[] = {"zuruck", "nach", "fest", "frei", "fort", "weg", "aus", "auf",
                                                   "ein",    "vor",  "mit",  "los",  "bei",  "ab",  "an",  "um",
                                                   "zu"};

bool ends_with(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool starts_with(std::string_view word, std::string_view start) { return word.substr(0, start.size()) == start; }

bool is_vowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

// Cuts `ending` if at least `rest` letters remain.
bool cut(std::string& word, std::string_view ending, std::size_t rest) {
  if (!ends_with(word, ending) || word.size() < ending.size() + rest) return false;
  word.resize(word.size() - ending.size());
  return true;
}

void join_double_consonant(std::string& word) {
  const std::size_t size = word.size();
  if (size > 4 && word[size - 1] == word[size - 2] && !is_vowel(word[size - 1])) word.pop_back();
}

bool is_participle_end(std::string_view rest) {
  if (rest.size() < 5 || ends_with(rest, "igen")) return false;
  if (ends_with(rest, "en") || ends_with(rest, "et")) return true;
  return rest.back() == 't' && !is_vowel(rest[rest.size() - 2]);
}

// "angemeldet" -> "anmeldet", "abgelaufen" -> "ablaufen", "gemietet" -> "mietet". Without a separable prefix
// only "ge...et": "Gericht", "Gebiet" and "Gehalt" are no participles.
void drop_participle_ge(std::string& word) {
  for (std::string_view prefix : kSeparablePrefixes) {
    if (!starts_with(word, prefix) || word.compare(prefix.size(), 2, "ge") != 0) continue;
    if (!is_participle_end(std::string_view(word).substr(prefix.size() + 2))) return;
    word.erase(prefix.size(), 2);
    if (word.back() == 't' && !ends_with(word, "et")) word.pop_back();
    return;
  }
  if (starts_with(word, "ge") && ends_with(word, "et") && word.size() >= 8) word.erase(0, 2);
}

// One round of German endings: case, plural, verb forms, -ung. Linking elements of compounds (Führungs-,
// Hunde-, Kinder-) are the same letters, so parts of compounds meet their words here.
bool cut_german_ending(std::string& word) {
  for (std::string_view ending : {"em", "en", "er", "es", "e"}) {
    if (cut(word, ending, 3)) return true;
  }
  if (cut(word, "ung", 3) || cut(word, "et", 4)) return true;
  const std::size_t size = word.size();
  if (size < 4) return false;
  const char before = word[size - 2];
  if (word.back() == 's' && std::string_view("bdfghklmnrtaoy").find(before) != std::string_view::npos) {
    word.pop_back();
    return true;
  }
  if (word.back() == 'n' && (before == 'l' || before == 'r')) {
    word.pop_back();
    return true;
  }
  if (size >= 7 && (ends_with(word, "ert") || ends_with(word, "elt") || ends_with(word, "igt"))) {
    word.pop_back();
    return true;
  }
  return false;
}

std::string german_stem(std::string_view letters) {
  std::string word(letters);
  drop_participle_ge(word);
  for (int round = 0; round < 4 && cut_german_ending(word); ++round) {
  }
  join_double_consonant(word);
  return word;
}

std::string english_stem(std::string_view letters) {
  std::string word(letters);
  if (word.size() > 4 && cut(word, "ies", 2)) {
    word += 'y';
  } else if (!ends_with(word, "ss") && !ends_with(word, "us") && !ends_with(word, "is")) {
    cut(word, "s", 3);
  }
  if (cut(word, "ing", 3) || cut(word, "ed", 3)) join_double_consonant(word);
  cut(word, "e", 3);
  return word;
}

// The Arabic article "al-" in search letters, alone or after "wa-".
std::string other_stem(std::string_view letters) {
  constexpr std::string_view kArticle = "\xB6\xD3";
  constexpr std::string_view kAndArticle = "\xD7\xB6\xD3";
  if (starts_with(letters, kAndArticle) && letters.size() >= 6) letters.remove_prefix(3);
  if (starts_with(letters, kArticle) && letters.size() >= 5) letters.remove_prefix(2);
  return std::string(letters);
}

}  // namespace

StemLanguage stem_language_from_tag(std::string_view language_tag) {
  const std::string_view primary = language_tag.substr(0, language_tag.find('-'));
  if (primary == "de") return StemLanguage::German;
  if (primary == "en") return StemLanguage::English;
  return StemLanguage::Other;
}

std::string word_stem(std::string_view letters, StemLanguage language) {
  switch (language) {
    case StemLanguage::German: return german_stem(letters);
    case StemLanguage::English: return english_stem(letters);
    case StemLanguage::Other: break;
  }
  return other_stem(letters);
}

std::string participle_beginning(std::string_view german_stem) {
  std::string beginning(german_stem);
  for (std::string_view prefix : kSeparablePrefixes) {
    if (starts_with(german_stem, prefix)) return beginning.insert(prefix.size(), "ge");
  }
  return beginning.insert(0, "ge");
}

}  // namespace stadttor::portal::search
