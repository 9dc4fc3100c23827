#include "presentation/imgui/keyboard/keyboard_layout.h"

#include <algorithm>
#include <array>

namespace stadttor::presentation::imgui {

namespace {

using Rows = std::array<std::string_view, 3>;

struct Script {
  std::string_view name;  // the first letters, on the key that leads to it
  Rows small;
  Rows large;  // empty: the script has no capitals
};

constexpr Script kGerman = {"ABC", {"qwertzuiopü", "asdfghjklöä", "yxcvbnmß"}, {"QWERTZUIOPÜ", "ASDFGHJKLÖÄ", "YXCVBNMß"}};
constexpr Script kEnglish = {"ABC", {"qwertyuiopü", "asdfghjklöä", "zxcvbnmß"}, {"QWERTYUIOPÜ", "ASDFGHJKLÖÄ", "ZXCVBNMß"}};
constexpr Script kTurkish = {"ABÇ", {"qwertyuıopğü", "asdfghjklşi", "zxcvbnmöç"}, {"QWERTYUIOPĞÜ", "ASDFGHJKLŞİ", "ZXCVBNMÖÇ"}};
constexpr Script kUkrainian = {"АБВ", {"йцукенгшщзхї", "фівапролджєґ", "ячсмитьбю’"}, {"ЙЦУКЕНГШЩЗХЇ", "ФІВАПРОЛДЖЄҐ", "ЯЧСМИТЬБЮ’"}};
constexpr Script kArabic = {"ابت", {"ضصثقفغعهخحجد", "شسيبلاتنمكطذ", "ئءؤرىةوزظأإ"}, {}};
constexpr Rows kSigns = {"1234567890", "@€&/()=+*#", "!?\":;_%§'"};

struct Language {
  std::string_view tag;
  std::array<const Script*, 2> scripts;
};

// Names and streets of the place are German, whatever language the page has.
constexpr Language kLanguages[] = {{"en", {&kEnglish, nullptr}}, {"tr", {&kTurkish, &kGerman}}, {"uk", {&kUkrainian, &kGerman}}, {"ar", {&kArabic, &kGerman}}};
constexpr Language kOtherwise = {"de", {&kGerman, nullptr}};

const Language& language_of(std::string_view tag) {
  for (const Language& language : kLanguages) {
    if (tag.substr(0, tag.find('-')) == language.tag) return language;
  }
  return kOtherwise;
}

std::size_t size_of_character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  return std::min(size, text.size());
}

std::vector<KeyCap> caps_of(std::string_view characters) {
  std::vector<KeyCap> caps;
  while (!characters.empty()) {
    const std::size_t size = size_of_character(characters);
    caps.push_back({KeyAction::Type, std::string(characters.substr(0, size))});
    characters.remove_prefix(size);
  }
  return caps;
}

std::vector<KeyCap> last_row(const Language& language, const KeyboardState& state) {
  std::vector<KeyCap> row;
  const Script* shown = language.scripts[state.script];
  if (state.shows_signs) {
    row.push_back({KeyAction::Letters, std::string(shown->name), 1.5F});
  } else {
    row.push_back({KeyAction::Signs, "123", 1.5F});
  }
  if (language.scripts[1] != nullptr) row.push_back({KeyAction::OtherScript, std::string(language.scripts[1 - state.script]->name), 1.5F});
  row.push_back({KeyAction::Type, shown == &kArabic ? "،" : ","});
  row.push_back({KeyAction::Type, " ", language.scripts[1] == nullptr ? 4.0F : 3.0F});
  row.push_back({KeyAction::Type, "."});
  row.push_back({KeyAction::Type, "-"});
  row.push_back({KeyAction::Left, {}});
  row.push_back({KeyAction::Right, {}});
  row.push_back({KeyAction::Hide, {}});
  return row;
}

}  // namespace

std::size_t script_count(std::string_view language) { return language_of(language).scripts[1] == nullptr ? 1 : 2; }

std::vector<std::vector<KeyCap>> keyboard_rows(std::string_view language, const KeyboardState& state) {
  const Language& of_language = language_of(language);
  const Script& script = *of_language.scripts[state.script];
  const bool has_capitals = !script.large[0].empty();
  const Rows& letters = state.is_shifted && has_capitals ? script.large : script.small;
  const Rows& characters = state.shows_signs ? kSigns : letters;
  std::vector<std::vector<KeyCap>> rows;
  for (const std::string_view row : characters) rows.push_back(caps_of(row));
  rows[0].push_back({KeyAction::Backspace, {}, 1.5F});
  if (has_capitals && !state.shows_signs) rows[2].insert(rows[2].begin(), {KeyAction::Shift, {}, 1.5F});
  rows[2].push_back({KeyAction::Enter, {}, 1.5F});
  rows.push_back(last_row(of_language, state));
  return rows;
}

}  // namespace stadttor::presentation::imgui
