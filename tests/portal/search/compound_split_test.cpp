#include "portal/search/compound_split.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <string>

#include "portal/search/index_bytes.h"
#include "portal/search/search_letters.h"

using namespace stadttor::portal::search;

namespace {

Vocabulary vocabulary_of(std::initializer_list<const char*> words) {
  std::vector<std::string> sorted;
  for (const char* word : words) sorted.push_back(letters_from_text(word));
  std::sort(sorted.begin(), sorted.end());
  Vocabulary vocabulary;
  for (const std::string& word : sorted) vocabulary.append(word, kTermGerman | kTermFirstCapital);
  return vocabulary;
}

std::string split(const char* word, const Vocabulary& vocabulary) {
  const std::string letters = letters_from_text(word);
  std::string parts;
  for (const CompoundPart& part : split_compound(letters, vocabulary)) {
    parts += std::string(part.letters) + (part.is_known ? " " : "? ");
  }
  return parts;
}

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("compounds are split with the words of the vocabulary, linking elements stay with their part") {
    const Vocabulary vocabulary = vocabulary_of({"Hund", "Steuer", "Anmeldung", "Führung", "Zeugnis", "Kind", "Rad", "Weg"});

    CHECK(split("Hundesteueranmeldung", vocabulary) == "hunde steuer anmeldung ");
    CHECK(split("Führungszeugnis", vocabulary) == "fuhrungs zeugnis ");
    CHECK(split("Kinderrad", vocabulary) == "kinder rad ");
    CHECK(split("Radweg", vocabulary) == "rad weg ");
  }

  TEST_CASE("the first or the last part may be unknown") {
    const Vocabulary vocabulary = vocabulary_of({"Müll", "Steuer", "Hund"});

    CHECK(split("Sperrmüll", vocabulary) == "sperr? mull ");
    CHECK(split("Hundesteuerxyzw", vocabulary) == "hunde steuer xyzw? ");
  }

  TEST_CASE("what is no compound stays whole") {
    const Vocabulary vocabulary = vocabulary_of({"Anmeldung", "Amt", "Hund"});

    CHECK(split("Anmeldung", vocabulary) == "");
    CHECK(split("Wohnung", vocabulary) == "");
    CHECK(split("ab", vocabulary) == "");
    CHECK(split("паспортпаспорт", vocabulary) == "");
  }

  TEST_CASE("parts that are compounds themselves are split again") {
    const Vocabulary vocabulary = vocabulary_of({"Kind", "Reisepass", "Reise", "Pass"});

    CHECK(compound_boundaries("kinderreisepass", vocabulary) == (1u << 6 | 1u << 11));
  }

  TEST_CASE("a part is not split at a guess") {
    const Vocabulary vocabulary = vocabulary_of({"Schule", "Beratung", "Schuldner"});

    CHECK(compound_boundaries("schuldnerberatung", vocabulary) == 1u << 9);
  }
}
