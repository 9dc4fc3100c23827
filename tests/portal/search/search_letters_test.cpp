#include "portal/search/search_letters.h"

#include <doctest/doctest.h>

using namespace stadttor::portal::search;

TEST_SUITE("portal/search") {
  TEST_CASE("case, umlauts and sharp s make no difference") {
    CHECK(letters_from_text("MÜLL") == "mull");
    CHECK(letters_from_text("Muell") == "mull");
    CHECK(letters_from_text("Straße") == letters_from_text("STRASSE"));
    CHECK(letters_from_text("Führerschein") == letters_from_text("fuehrerschein"));
    CHECK(letters_from_text("Mu\xCC\x88ll") == "mull");  // decomposed, as macOS types it
  }

  TEST_CASE("ue stays two letters after a vowel or q") {
    CHECK(letters_from_text("neue") == "neue");
    CHECK(letters_from_text("Steuer") == "steuer");
    CHECK(letters_from_text("Quelle") == "quelle");
  }

  TEST_CASE("other scripts have one letter for each of theirs") {
    CHECK(letters_from_text("Їжак").size() == 4);
    CHECK(letters_from_text("ПАСПОРТ") == letters_from_text("паспорт"));
    CHECK(letters_from_text("йод") == letters_from_text("иод"));
    CHECK(letters_from_text("أحمد") == letters_from_text("احمد"));
    CHECK(letters_from_text("شَهادة") == letters_from_text("شهاده"));
    CHECK(letters_from_text("İşçi") == "isci");
    CHECK(letters_from_text("Αθήνα") == letters_from_text("ΑΘΗΝΑ"));
  }

  TEST_CASE("letters of any other script stay apart from each other") {
    CHECK(letters_from_text("שלום") != letters_from_text("שלוש"));
  }

  TEST_CASE("broken UTF-8 separates and never reads beyond the end") {
    CHECK(letters_from_text("a\xC3") == "a");
    CHECK(letters_from_text("\xF0\x9F") == "");
    CHECK(letters_from_text("a\xFFz") == "az");
    CHECK(letters_from_text("\xE2\x82") == "");
  }
}
