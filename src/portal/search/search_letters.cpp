#include "portal/search/search_letters.h"

#include <cstdint>

namespace stadttor::portal::search {
namespace {

// Base letters of U+00C0..U+017F; '*' is no letter. One-to-one, so that positions in a word stay simple;
// only ß becomes two letters.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static_assert(kLatin.size() == 0x180 - 0xC0);

constexpr unsigned char kCyrillicStart = 0x80;  // U+0430..U+045F
constexpr unsigned char kArabicStart = 0xB0;    // U+0621..U+064A, then four Persian letters
constexpr unsigned char kPersianStart = 0xDA;
constexpr unsigned char kGreekStart = 0xE0;     // U+03B1..U+03C9
constexpr unsigned char kOtherScript = 0xFF;    // three bytes of six bits follow

constexpr char32_t kPersian[] = {0x67E, 0x686, 0x698, 0x6AF};

bool is_between(char32_t value, char32_t first, char32_t last) { return value >= first && value <= last; }

bool is_vowel_or_q(char letter) {
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' || letter == 'q';
}

// "ae", "oe", "ue" typed for an umlaut: the e is not kept.
bool is_umlaut_e(const std::string& letters) {
  if (letters.empty()) return false;
  const char last = letters.back();
  if (last == 'a' || last == 'o') return true;
  return last == 'u' && !(letters.size() > 1 && is_vowel_or_q(letters[letters.size() - 2]));
}

char32_t plain_cyrillic(char32_t code_point) {
  switch (code_point) {
    case 0x439: return 0x438;  // й
    case 0x451: return 0x435;  // ё
    case 0x457: return 0x456;  // ї
    case 0x491: return 0x433;  // ґ
    default: return code_point;
  }
}

char32_t plain_arabic(char32_t code_point) {
  switch (code_point) {
    case 0x622: case 0x623: case 0x625: case 0x671: return 0x627;  // alef
    case 0x624: return 0x648;                                      // waw with hamza
    case 0x626: case 0x649: case 0x6CC: return 0x64A;              // yeh
    case 0x629: return 0x647;                                      // teh marbuta
    case 0x6A9: return 0x643;                                      // kaf
    default: return code_point;
  }
}

char32_t plain_greek(char32_t code_point) {
  switch (code_point) {
    case 0x3AC: return 0x3B1;
    case 0x3AD: return 0x3B5;
    case 0x3AE: return 0x3B7;
    case 0x3AF: case 0x3CA: return 0x3B9;
    case 0x3CC: return 0x3BF;
    case 0x3CD: case 0x3CB: return 0x3C5;
    case 0x3CE: return 0x3C9;
    case 0x3C2: return 0x3C3;
    default: return code_point;
  }
}

char letter_at(unsigned char start, char32_t offset) { return static_cast<char>(start + offset); }

void append_latin(std::string& letters, char32_t code_point) {
  if (code_point == 0xDF || code_point == 0x1E9E) {
    letters += "ss";
    return;
  }
  const char base = code_point < 0x80 ? static_cast<char>(code_point) : kLatin[code_point - 0xC0];
  if (base == 'e' && code_point < 0x80 && is_umlaut_e(letters)) return;
  letters += base;
}

void append_other_script(std::string& letters, char32_t code_point) {
  letters += static_cast<char>(kOtherScript);
  for (unsigned shift : {12u, 6u, 0u}) letters += letter_at(0x80, (code_point >> shift) & 0x3F);
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t at) -> std::uint32_t { return static_cast<unsigned char>(text[at]); };
  const std::uint32_t lead = byte(position++);
  if (lead < 0x80) return lead;
  const std::size_t more = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
  if (more == 0 || lead >= 0xF5 || position + more > text.size()) return 0xFFFD;
  std::uint32_t value = lead & (0x3Fu >> more);
  for (std::size_t step = 0; step < more; ++step) {
    if ((byte(position + step) & 0xC0) != 0x80) return 0xFFFD;
    value = (value << 6) | (byte(position + step) & 0x3F);
  }
  position += more;
  return value;
}

void append_utf8(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
    return;
  }
  const unsigned more = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  const unsigned lead = more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0;
  text += static_cast<char>(lead | (code_point >> (6 * more)));
  for (unsigned left = more; left-- > 0;) text += static_cast<char>(0x80 | ((code_point >> (6 * left)) & 0x3F));
}

char32_t lower_code_point(char32_t code_point) {
  if (is_between(code_point, 'A', 'Z')) return code_point + 0x20;
  if (is_between(code_point, 0xC0, 0xDE) && code_point != 0xD7) return code_point + 0x20;
  if (code_point == 0x130) return 'i';
  if (code_point == 0x178) return 0xFF;
  const bool odd_is_small = is_between(code_point, 0x100, 0x137) || is_between(code_point, 0x14A, 0x177) ||
                            is_between(code_point, 0x200, 0x21F);
  if (odd_is_small && code_point != 0x131) return code_point | 1u;
  const bool even_is_small = is_between(code_point, 0x139, 0x148) || is_between(code_point, 0x179, 0x17E);
  if (even_is_small) return code_point + (code_point & 1u);
  if (is_between(code_point, 0x391, 0x3A9)) return code_point + 0x20;
  if (is_between(code_point, 0x400, 0x40F)) return code_point + 0x50;
  if (is_between(code_point, 0x410, 0x42F)) return code_point + 0x20;
  if (code_point == 0x490) return 0x491;
  if (code_point == 0x1E9E) return 0xDF;
  return code_point;
}

LetterClass letter_class(char32_t code_point) {
  const char32_t c = code_point;
  if (is_between(c, 'a', 'z') || is_between(c, 'A', 'Z') || is_between(c, '0', '9')) return LetterClass::Letter;
  if (c == 0xAD || c == 0xB7 || c == 0x2027) return LetterClass::Joint;
  if (c == '\'' || c == 0x2019 || c == 0x2BC || is_between(c, 0x300, 0x36F)) return LetterClass::Silent;
  if (is_between(c, 0x64B, 0x65F) || c == 0x670 || c == 0x640) return LetterClass::Silent;
  if (is_between(c, 0x200B, 0x200F) || c == 0x2060 || c == 0xFEFF) return LetterClass::Silent;
  if (c < 0xC0 || c == 0xD7 || c == 0xF7 || c == 0xFFFD) return LetterClass::Separator;
  if (is_between(c, 0x2B0, 0x2FF) || is_between(c, 0x600, 0x620) || is_between(c, 0x66A, 0x66D)) return LetterClass::Separator;
  if (is_between(c, 0x2000, 0x2BFF) || is_between(c, 0x3000, 0x303F)) return LetterClass::Separator;
  if (is_between(c, 0xE000, 0xF8FF) || is_between(c, 0xFE00, 0xFFEF) || c >= 0x1F000) return LetterClass::Separator;
  return LetterClass::Letter;
}

void append_letters(std::string& letters, char32_t code_point) {
  const char32_t c = lower_code_point(code_point);
  if (c < 0x180 || c == 0x1E9E) return append_latin(letters, c);
  if (c == 0x219 || c == 0x15F) return append_latin(letters, 's');
  if (c == 0x21B) return append_latin(letters, 't');
  if (c == 0x259) return append_latin(letters, 'e');
  if (is_between(c, 0x660, 0x669)) return append_latin(letters, '0' + (c - 0x660));
  if (is_between(c, 0x6F0, 0x6F9)) return append_latin(letters, '0' + (c - 0x6F0));
  for (std::size_t index = 0; index < 4; ++index) {
    if (c == kPersian[index]) {
      letters += letter_at(kPersianStart, static_cast<char32_t>(index));
      return;
    }
  }
  const char32_t cyrillic = plain_cyrillic(c);
  const char32_t arabic = plain_arabic(c);
  const char32_t greek = plain_greek(c);
  if (is_between(cyrillic, 0x430, 0x45F)) {
    letters += letter_at(kCyrillicStart, cyrillic - 0x430);
  } else if (is_between(arabic, 0x621, 0x64A)) {
    letters += letter_at(kArabicStart, arabic - 0x621);
  } else if (is_between(greek, 0x3B1, 0x3C9)) {
    letters += letter_at(kGreekStart, greek - 0x3B1);
  } else {
    append_other_script(letters, c);
  }
}

std::string letters_from_text(std::string_view text) {
  std::string letters;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t code_point = next_code_point(text, position);
    if (letter_class(code_point) == LetterClass::Letter) append_letters(letters, code_point);
  }
  return letters;
}

std::string letters_as_typed(std::string_view text) {
  std::string letters;
  for (std::size_t position = 0; position < text.size();) {
    const char32_t code_point = next_code_point(text, position);
    if (letter_class(code_point) != LetterClass::Letter) continue;
    std::string alone;
    append_letters(alone, code_point);
    letters += alone;
  }
  return letters;
}

char32_t next_plain_code_point(std::string_view letters, std::size_t& position) {
  const auto byte = static_cast<unsigned char>(letters[position++]);
  if (byte == kOtherScript && position + 3 <= letters.size()) {
    char32_t code_point = 0;
    for (std::size_t end = position + 3; position < end; ++position) {
      code_point = (code_point << 6) | (static_cast<unsigned char>(letters[position]) & 0x3Fu);
    }
    return code_point;
  }
  if (byte < kCyrillicStart) return byte;
  if (byte < kArabicStart) return 0x430u + (byte - kCyrillicStart);
  if (byte < kPersianStart) return 0x621u + (byte - kArabicStart);
  if (byte < kPersianStart + 4) return kPersian[byte - kPersianStart];
  if (is_between(byte, kGreekStart, kGreekStart + 24)) return 0x3B1u + (byte - kGreekStart);
  return 0xFFFD;
}

}  // namespace stadttor::portal::search
