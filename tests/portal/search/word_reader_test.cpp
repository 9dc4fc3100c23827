#include "portal/search/word_reader.h"

#include <doctest/doctest.h>

#include "portal/search/search_letters.h"

using namespace stadttor::portal::search;

namespace {

std::string joined(std::string_view text) {
  std::string all;
  for (const Word& word : read_words(text)) all += word.letters + (word.joined_to_next ? "-" : " ");
  return all;
}

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("text is cut at everything that is no letter") {
    CHECK(joined("Hund, Katze; (Maus) 115!") == "hund katze maus 115 ");
    CHECK(joined("") == "");
    CHECK(joined(" -- ") == "");
  }

  TEST_CASE("words with nothing but a hyphen between them are joined") {
    CHECK(joined("Kfz-Zulassung jetzt") == "kfz-zulassung jetzt ");
    CHECK(joined("An- und Abmeldung") == "an und abmeldung ");
    CHECK(joined("Rathaus - Markt") == "rathaus markt ");
  }

  TEST_CASE("a mediopoint joins the parts of a word and marks where they meet") {
    const auto words = read_words("die Haus·tür");

    if (!CHECK(words.size() == 2)) return;
    CHECK(words[1].letters == "haustur");
    CHECK(words[1].boundaries == 1u << 4);
    CHECK(words[1].surface == "Haus·tür");
  }

  TEST_CASE("words without end are cut, not refused") {
    const std::string endless(5000, 'a');

    const auto words = read_words(endless);

    if (!CHECK(words.size() == 1)) return;
    CHECK(words[0].letters.size() <= kLongestWord);
  }

  TEST_CASE("words of questions carry no meaning, in each language") {
    for (const char* word : {"wo", "kann", "ich", "meinen", "für", "fürs", "vorm", "aufm", "nix", "ned", "hab", "wieviel", "where", "için", "як", "في"}) {
      CHECK_MESSAGE(is_stop_word(letters_from_text(word)), word);
    }
    for (const char* word : {"hund", "ab", "weg", "neu", "kein", "not", "grad", "paar", "neben"}) {
      CHECK_MESSAGE(!is_stop_word(letters_from_text(word)), word);
    }
  }

  TEST_CASE("only words that join a noun to its noun stand between the parts of a compound") {
    for (const char* word : {"für", "fürs", "von", "zum"}) CHECK_MESSAGE(is_compound_preposition(letters_from_text(word)), word);
    for (const char* word : {"ohne", "und", "in", ""}) CHECK_MESSAGE(!is_compound_preposition(letters_from_text(word)), word);
  }
}
