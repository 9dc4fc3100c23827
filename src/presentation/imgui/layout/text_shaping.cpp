#include "presentation/imgui/layout/text_shaping.h"

#include <fribidi.h>

#include <algorithm>
#include <vector>

namespace stadttor::presentation::imgui {

namespace {

// What fribidi_shape puts where a ligature took a letter's place.
constexpr FriBidiChar kFilledByLigature = FRIBIDI_CHAR_FILL;

std::vector<FriBidiChar> characters_of(std::string_view text) {
  std::vector<FriBidiChar> characters(text.size() + 1);
  const FriBidiStrIndex count = fribidi_charset_to_unicode(FRIBIDI_CHAR_SET_UTF8, text.data(), static_cast<FriBidiStrIndex>(text.size()), characters.data());
  characters.resize(static_cast<std::size_t>(count));
  return characters;
}

std::string utf8_of(const std::vector<FriBidiChar>& characters) {
  std::string text(characters.size() * 4 + 1, '\0');
  const FriBidiStrIndex size = fribidi_unicode_to_charset(FRIBIDI_CHAR_SET_UTF8, characters.data(), static_cast<FriBidiStrIndex>(characters.size()), text.data());
  text.resize(static_cast<std::size_t>(size));
  return text;
}

}  // namespace

bool runs_right_to_left(std::string_view text) {
  // Hebrew, Arabic, Syriac and Thaana: U+0590 to U+07BF, in UTF-8 from D6 90 to DE BF.
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xd6 && byte <= 0xde;
  });
}

std::string shaped_line(std::string_view text) {
  std::vector<FriBidiChar> characters = characters_of(text);
  const auto count = static_cast<FriBidiStrIndex>(characters.size());
  std::vector<FriBidiCharType> types(characters.size());
  std::vector<FriBidiBracketType> brackets(characters.size());
  std::vector<FriBidiLevel> levels(characters.size());
  std::vector<FriBidiArabicProp> joining(characters.size());
  fribidi_get_bidi_types(characters.data(), count, types.data());
  fribidi_get_bracket_types(characters.data(), count, types.data(), brackets.data());
  FriBidiParType direction = FRIBIDI_PAR_RTL;
  if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction, levels.data()) == 0) return std::string(text);
  fribidi_get_joining_types(characters.data(), count, joining.data());
  fribidi_join_arabic(types.data(), count, levels.data(), joining.data());
  fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, levels.data(), count, joining.data(), characters.data());
  const FriBidiLevel deepest = fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types.data(), count, 0, direction, levels.data(), characters.data(), nullptr);
  if (deepest == 0) return std::string(text);
  characters.erase(std::remove(characters.begin(), characters.end(), kFilledByLigature), characters.end());
  return utf8_of(characters);
}

}  // namespace stadttor::presentation::imgui
