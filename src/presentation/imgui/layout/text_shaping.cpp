#include "presentation/imgui/layout/text_shaping.h"

#include <fribidi.h>

#include <algorithm>
#include <numeric>
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

LineWithCarets line_with_carets(std::string_view text) {
  std::vector<FriBidiChar> characters = characters_of(text);
  const std::size_t size = characters.size();
  const auto count = static_cast<FriBidiStrIndex>(size);
  std::vector<FriBidiCharType> types(size);
  std::vector<FriBidiBracketType> brackets(size);
  std::vector<FriBidiLevel> levels(size);
  std::vector<FriBidiArabicProp> joining(size);
  std::vector<FriBidiStrIndex> places(size);  // which character stands there, from the left
  std::iota(places.begin(), places.end(), 0);
  fribidi_get_bidi_types(characters.data(), count, types.data());
  fribidi_get_bracket_types(characters.data(), count, types.data(), brackets.data());
  FriBidiParType direction = FRIBIDI_PAR_RTL;
  const bool has_levels = fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction, levels.data()) != 0;
  if (has_levels) {
    fribidi_get_joining_types(characters.data(), count, joining.data());
    fribidi_join_arabic(types.data(), count, levels.data(), joining.data());
    fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, levels.data(), count, joining.data(), characters.data());
    const FriBidiLevel deepest = fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types.data(), count, 0, direction, levels.data(), characters.data(), places.data());
    if (deepest == 0) std::iota(places.begin(), places.end(), 0);
  }
  LineWithCarets result;
  result.carets.resize(size + 1);
  for (std::size_t at = 0; at < size; ++at) {
    const std::size_t left = result.line.size();
    if (characters[at] != kFilledByLigature) result.line += utf8_of({characters[at]});
    const auto character = static_cast<std::size_t>(places[at]);
    const bool runs_left = levels[character] % 2 != 0;
    result.carets[character] = runs_left ? result.line.size() : left;
    if (character + 1 == size) result.carets[size] = runs_left ? left : result.line.size();
  }
  return result;
}

std::string shaped_line(std::string_view text) { return line_with_carets(text).line; }

}  // namespace stadttor::presentation::imgui
