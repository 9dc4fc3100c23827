#include "portal/search/word_spelling.h"

#include <doctest/doctest.h>

#include "portal/search/search_letters.h"

using namespace stadttor::portal::search;

namespace {

std::string there_and_back(std::string_view surface) {
  const std::string letters = letters_from_text(surface);
  const Spelling spelling = spelling_from_surface(letters, surface);
  return surface_from_spelling(letters, spelling.capitals, spelling.changes);
}

}  // namespace

TEST_SUITE("portal/search") {
  TEST_CASE("a word is shown as it was written") {
    for (const char* word : {"Müll", "Straße", "TÜV", "anmelden", "Müßiggänger", "Israel", "Michael", "Neue", "Café", "Großstraße",
                             "kimlik", "taşınma", "ikametgâh", "посвідчення", "Їжак", "شهادة", "Ölüm", "שלום", "ß"}) {
      CHECK(there_and_back(word) == word);
    }
  }

  TEST_CASE("unsound changes do no harm") {
    for (const char* changes : {"\x7F", "\x01\x7F\x01", "\x02\x01\x01\x00\x00", "\xFF\xFF\xFF\xFF\xFF", "\x01\x03\x01"}) {
      CHECK(surface_from_spelling("mull", 1, changes).size() < 40);
    }
  }
}
