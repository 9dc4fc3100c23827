#include "forms/checks/din_91379.h"

#include <doctest/doctest.h>

#include "support/vectors.h"

using namespace stadttor;
using namespace stadttor::forms;

namespace {

std::vector<std::string> characters_of(const char* group) {
  const JsonValue file = testing::json_of_file(testing::vectors_folder() / "din91379/din91379-1.3.json");
  std::vector<std::string> characters;
  const JsonValue* found = file.find(group);
  if (!CHECK(found != nullptr)) return characters;
  for (const JsonValue& entry : found->items()) characters.push_back(entry.find("c")->as_text());
  return characters;
}

}  // namespace

TEST_SUITE("forms") {
  TEST_CASE("every letter and sequence of DIN 91379 may stand in a name") {
    if (testing::is_without_vectors("din91379/din91379-1.3.json")) return;
    std::size_t count = 0;

    for (const auto* group : {"letters", "sequences", "nonLettersN1"}) {
      for (const std::string& character : characters_of(group)) {
        CHECK_MESSAGE(find_foreign_character("x" + character + "y", CharacterSet::Names).empty(), group, " ", character);
        CHECK(composed_text(character) == character);
        ++count;
      }
    }

    CHECK(count == 667);
  }

  TEST_CASE("what belongs to other groups of DIN 91379 stands in no name") {
    if (testing::is_without_vectors("din91379/din91379-1.3.json")) return;

    for (const auto* group : {"nonLettersN2", "nonLettersN3", "greek", "cyrillic", "nonLettersE1"}) {
      for (const std::string& character : characters_of(group)) CHECK_MESSAGE(find_foreign_character(character, CharacterSet::Names) == character, character);
    }
    for (const std::string& character : characters_of("nonLettersN2")) CHECK_MESSAGE(find_foreign_character(character, CharacterSet::Text).empty(), character);
  }

  TEST_CASE("a foreign character is found with its marks, and nothing else is") {
    CHECK(find_foreign_character("Łukasz Dvořák-Özdemir O’Neill", CharacterSet::Names).empty());
    CHECK(find_foreign_character("Erika 李", CharacterSet::Names) == "李");
    CHECK(find_foreign_character("b\u0301a", CharacterSet::Names) == "b\u0301");
    CHECK(find_foreign_character("Lilly \U0001f600", CharacterSet::Text) == "\U0001f600");
  }

  TEST_CASE("letters and marks typed apart become one, with several marks, too") {
    CHECK(composed_text("Mu\u0308ller") == "M\u00fcller");
    CHECK(composed_text("u\u0308\u0304") == "\u01d6");
    CHECK(composed_text("M\u0302") == "M\u0302");
    CHECK(composed_text("\u0308") == "\u0308");
  }
}
