// Which keys an on-screen keyboard has, row by row: letters of the page's language, German ones for names and streets of the
// place, digits and signs. Where they are drawn and what they do is screen_keyboard's matter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stadttor::presentation::imgui {

enum class KeyAction : std::uint8_t { Type, Shift, Backspace, Left, Right, Enter, Signs, Letters, OtherScript, Hide };

struct KeyCap {
  KeyAction action = KeyAction::Type;
  std::string text;  // what it types; what it is called where it is drawn with words
  float width = 1;   // in keys
};

struct KeyboardState {
  bool is_shifted = false;
  bool shows_signs = false;
  std::size_t script = 0;  // of those the language has
};

// Scripts that a citizen with this language may write in; at least one.
std::size_t script_count(std::string_view language);
// Four rows. `language`: of the page, as a BCP 47 tag.
std::vector<std::vector<KeyCap>> keyboard_rows(std::string_view language, const KeyboardState& state);

}  // namespace stadttor::presentation::imgui
