#include "portal/search/word_stem.h"

#include <doctest/doctest.h>

#include "portal/search/search_letters.h"

using namespace stadttor::portal::search;

namespace {

std::string german(std::string_view word) { return word_stem(letters_from_text(word), StemLanguage::German); }
std::string english(std::string_view word) { return word_stem(letters_from_text(word), StemLanguage::English); }

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("German plurals and cases share a stem") {
    CHECK(german("Hunde") == german("Hund"));
    CHECK(german("Hunden") == german("Hund"));
    CHECK(german("Häuser") == german("Haus"));
    CHECK(german("Ämter") == german("Amt"));
    CHECK(german("Wohnungen") == german("Wohnung"));
    CHECK(german("Ausweise") == german("Ausweis"));
    CHECK(german("Autos") == german("Auto"));
    CHECK(german("Zeugnisse") == german("Zeugnis"));
  }

  TEST_CASE("a German verb, its noun and its participle share a stem") {
    CHECK(german("anmelden") == german("Anmeldung"));
    CHECK(german("angemeldet") == german("anmelden"));
    CHECK(german("abgelaufen") == german("ablaufen"));
    CHECK(german("verlängert") == german("Verlängerung"));
    CHECK(german("gemietet") == german("mieten"));
  }

  TEST_CASE("words that only look like participles keep their ge") {
    CHECK(german("Gericht") == "gericht");
    CHECK(german("Gehalt") == "gehalt");
    CHECK(german("ausgehen") == "ausgeh");
  }

  TEST_CASE("linking elements of compounds are cut like endings") {
    CHECK(german("Führungs") == german("Führung"));
    CHECK(german("Geburts") == german("Geburt"));
    CHECK(german("Schul") == german("Schule"));
    CHECK(german("Kinder") == german("Kind"));
  }

  TEST_CASE("English forms share a stem") {
    CHECK(english("permits") == english("permit"));
    CHECK(english("cities") == english("city"));
    CHECK(english("moving") == english("move"));
    CHECK(english("registered") == english("register"));
  }

  TEST_CASE("the Arabic article is cut") {
    CHECK(word_stem(letters_from_text("الميلاد"), StemLanguage::Other) == letters_from_text("ميلاد"));
  }

  TEST_CASE("the language tag decides") {
    CHECK(stem_language_from_tag("de-simple") == StemLanguage::German);
    CHECK(stem_language_from_tag("en") == StemLanguage::English);
    CHECK(stem_language_from_tag("uk") == StemLanguage::Other);
    CHECK(stem_language_from_tag("") == StemLanguage::Other);
  }
}
