#include "portal/search/word_sound.h"

#include <doctest/doctest.h>

#include "portal/search/search_letters.h"

using namespace stadttor::portal::search;

namespace {

std::string sound(std::string_view word) {
  std::string sound = "left over";
  read_word_sound(letters_from_text(word), sound);
  return sound;
}

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("words that are confused by ear sound the same") {
    CHECK(sound("Hepame") == sound("Hebamme"));
    CHECK(sound("Kindagelt") == sound("Kindergeld"));
    CHECK(sound("fürung") == sound("Führung"));
    CHECK(sound("Rechnunk") == sound("Rechnung"));
    CHECK(sound("ausweiß") == sound("Ausweis"));
    CHECK(sound("Wechsel") == sound("Wexel"));
    CHECK(sound("Doitsch") == sound("Deutsch"));
    CHECK(sound("Fater") == sound("Vater"));
    CHECK(sound("Photo") == sound("Foto"));
    CHECK(sound("Kwelle") == sound("Quelle"));
    CHECK(sound("Plaz") == sound("Platz"));
    CHECK(sound("fellen") == sound("fällen"));
    CHECK(sound("wiesen") == sound("wisen"));
  }

  TEST_CASE("other words sound different") {
    CHECK(sound("Hund") != sound("Hand"));
    CHECK(sound("Tasche") != sound("Tasse"));
    CHECK(sound("Buche") != sound("Busche"));
    CHECK(sound("Haus") != sound("Aus"));
    CHECK(sound("verein") != sound("vein"));
  }

  TEST_CASE("short words and other scripts have no sound of their own") {
    CHECK(sound("Amt") == "");
    CHECK(sound("паспорт") == "");
    CHECK(sound("bf17") == "");
    CHECK(sound("") == "");
  }
}
