#include "presentation/imgui/keyboard/keyboard_layout.h"

#include <doctest/doctest.h>

namespace stadttor::presentation::imgui {

namespace {

std::string typed_by(std::string_view language, KeyboardState state) {
  std::string typed;
  for (const auto& row : keyboard_rows(language, state)) {
    for (const KeyCap& cap : row) {
      if (cap.action == KeyAction::Type) typed += cap.text;
    }
  }
  return typed;
}

bool has_key(std::string_view language, KeyboardState state, KeyAction action) {
  for (const auto& row : keyboard_rows(language, state)) {
    for (const KeyCap& cap : row) {
      if (cap.action == action) return true;
    }
  }
  return false;
}

bool has_all(const std::string& typed, std::initializer_list<const char*> characters) {
  for (const char* character : characters) {
    if (typed.find(character) == std::string::npos) return false;
  }
  return true;
}

}  // namespace

TEST_SUITE("keyboard/layout") {
  TEST_CASE("German has umlauts and ß, small and large, for easy language too") {
    for (const char* language : {"de", "de-simple"}) {
      CHECK(has_all(typed_by(language, {}), {"q", "z", "ä", "ö", "ü", "ß", " ", ".", ",", "-"}));
      CHECK(has_all(typed_by(language, {.is_shifted = true}), {"Q", "Z", "Ä", "Ö", "Ü", "ß"}));
    }
  }

  TEST_CASE("digits and signs are a page of their own that leads back") {
    const std::string typed = typed_by("de", {.shows_signs = true});
    CHECK(has_all(typed, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "@", "?", "/", "€"}));
    CHECK(has_key("de", {}, KeyAction::Signs));
    CHECK(has_key("de", {.shows_signs = true}, KeyAction::Letters));
    CHECK_FALSE(has_key("de", {.shows_signs = true}, KeyAction::Shift));
  }

  TEST_CASE("a page in Ukrainian, Arabic or Turkish has its letters, and German ones for names and streets") {
    CHECK(has_all(typed_by("uk", {}), {"й", "ї", "є", "ґ", "щ"}));
    CHECK(has_all(typed_by("uk", {.is_shifted = true}), {"Й", "Ї", "Є", "Ґ", "Щ"}));
    CHECK(has_all(typed_by("ar", {}), {"ض", "ش", "ء", "ة", "ذ", "،"}));
    CHECK(has_all(typed_by("tr", {}), {"ı", "i", "ğ", "ş", "ç"}));
    CHECK(has_all(typed_by("tr", {.is_shifted = true}), {"I", "İ", "Ğ"}));
    for (const char* language : {"uk", "ar", "tr"}) {
      if (!CHECK(script_count(language) == 2)) return;
      CHECK(has_key(language, {}, KeyAction::OtherScript));
      CHECK(has_all(typed_by(language, {.script = 1}), {"ä", "ß"}));
    }
    CHECK(script_count("de") == 1);
    CHECK_FALSE(has_key("ar", {}, KeyAction::Shift));
  }

  TEST_CASE("every page of keys can go back, on, left, right and away") {
    for (const char* language : {"de", "en", "tr", "uk", "ar"}) {
      for (const bool shows_signs : {false, true}) {
        for (const KeyAction action : {KeyAction::Backspace, KeyAction::Enter, KeyAction::Left, KeyAction::Right, KeyAction::Hide}) {
          CHECK(has_key(language, {.shows_signs = shows_signs}, action));
        }
      }
    }
  }
}

}  // namespace stadttor::presentation::imgui
