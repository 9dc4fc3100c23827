#include "portal/search/word_spelling.h"

#include <vector>

#include "portal/search/index_bytes.h"
#include "portal/search/search_letters.h"

namespace stadttor::portal::search {
namespace {

// Codes below 0x80 are ours, all others are the code point that was written instead of the letter.
constexpr std::uint32_t kUmlaut = 0;
constexpr std::uint32_t kSharpS = 1;   // instead of "ss"
constexpr std::uint32_t kExtraE = 2;   // "ae" was written; the e stands before this letter

char32_t umlaut_of(char32_t code_point) {
  return code_point == 'a' ? 0xE4 : code_point == 'o' ? 0xF6 : code_point == 'u' ? 0xFC : 0;
}

char32_t upper_code_point(char32_t code_point) {
  for (char32_t upper : {code_point - 0x20, code_point - 1, code_point - 0x50, code_point + 1}) {
    if (upper != code_point && lower_code_point(upper) == code_point) return upper;
  }
  return code_point;
}

std::uint8_t capitals_of(std::string_view surface) {
  bool first_capital = false;
  unsigned letters = 0;
  unsigned capitals = 0;
  for (std::size_t position = 0; position < surface.size();) {
    const char32_t code_point = next_code_point(surface, position);
    if (letter_class(code_point) != LetterClass::Letter) continue;
    const bool capital = lower_code_point(code_point) != code_point;
    if (letters == 0) first_capital = capital;
    ++letters;
    capitals += capital ? 1 : 0;
  }
  if (letters > 1 && capitals == letters) return kTermAllCapitals;
  return first_capital ? kTermFirstCapital : 0;
}

}  // namespace

Spelling spelling_from_surface(std::string_view letters, std::string_view surface) {
  Spelling spelling;
  spelling.capitals = capitals_of(surface);
  std::string changes;
  std::uint32_t count = 0;
  std::size_t last = 0;
  const auto change = [&](std::size_t at, std::uint32_t code) {
    append_varint(changes, static_cast<std::uint32_t>(at - last));
    append_varint(changes, code);
    last = at;
    ++count;
  };
  std::string so_far;
  for (std::size_t position = 0; position < surface.size() && so_far.size() < letters.size();) {
    const char32_t code_point = lower_code_point(next_code_point(surface, position));
    if (letter_class(code_point) != LetterClass::Letter) continue;
    const std::size_t at = so_far.size();
    append_letters(so_far, code_point);
    const std::size_t added = so_far.size() - at;
    if (added == 0) {
      change(at, kExtraE);
    } else if (added == 2) {
      change(at, kSharpS);
    } else if (added == 1) {
      std::size_t letter = at;
      const char32_t plain = next_plain_code_point(so_far, letter);
      if (plain == code_point) continue;
      change(at, umlaut_of(plain) == code_point ? kUmlaut : static_cast<std::uint32_t>(code_point));
    }
  }
  if (count > 0) {
    append_varint(spelling.changes, count);
    spelling.changes += changes;
  }
  return spelling;
}

std::string surface_from_spelling(std::string_view letters, std::uint8_t capitals, std::string_view changes) {
  std::string surface;
  ByteReader reader(changes);
  std::uint32_t left = changes.empty() ? 0 : reader.varint();
  std::size_t next_change = left > 0 ? reader.varint() : letters.size() + 1;
  bool is_first = true;
  const auto append = [&](char32_t code_point) {
    if (capitals == kTermAllCapitals || (is_first && capitals == kTermFirstCapital)) code_point = upper_code_point(code_point);
    is_first = false;
    append_utf8(surface, code_point);
  };
  std::size_t at = 0;
  while (at <= letters.size()) {
    const bool is_letter = at < letters.size();
    std::size_t after = at;
    char32_t code_point = is_letter ? next_plain_code_point(letters, after) : 0;
    while (left > 0 && next_change == at) {
      const std::uint32_t code = reader.varint();
      if (code == kExtraE) {
        append('e');
      } else if (code == kSharpS) {
        code_point = 0xDF;
        ++after;
      } else if (code == kUmlaut && umlaut_of(code_point) != 0) {
        code_point = umlaut_of(code_point);
      } else if (code >= 0x80 && code < 0x110000) {
        code_point = code;
      }
      if (--left > 0) next_change += reader.varint();
    }
    if (!is_letter) break;
    append(code_point);
    at = after;
  }
  return surface;
}

}  // namespace stadttor::portal::search
