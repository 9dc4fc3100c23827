#include "forms/checks/din_91379.h"

#include <algorithm>

#include "forms/checks/din_91379_table.h"
#include "forms/text_units.h"

namespace stadttor::forms {

namespace {

bool is_mark(std::uint32_t point) { return point >= 0x300 && point <= 0x36f; }

bool is_letter(std::uint32_t point) {
  const auto& letters = din_91379_table().letters;
  return std::any_of(std::begin(letters), std::end(letters), [point](CodePointRange range) { return range.first <= point && point <= range.last; });
}

bool contains(std::string_view signs, std::string_view sign) { return signs.find(sign) != std::string_view::npos; }

// Whether the sequence stands in the list as a whole.
bool is_listed_sequence(std::string_view sequence) {
  const std::string_view all = din_91379_table().sequences;
  for (std::size_t at = all.find(sequence); at != std::string_view::npos; at = all.find(sequence, at + 1)) {
    const bool begins = at == 0 || all[at - 1] == ' ';
    if (begins && all[at + sequence.size()] == ' ') return true;
  }
  return false;
}

// The end of the letter with its marks that begins at `from`. The one mark that spans two letters takes the second, too.
std::size_t end_of_character(std::string_view text, std::size_t from) {
  constexpr std::uint32_t kDoubleMacronBelow = 0x35f;
  std::size_t end = from;
  next_code_point(text, end);
  while (end < text.size()) {
    std::size_t next = end;
    const std::uint32_t point = next_code_point(text, next);
    if (!is_mark(point)) break;
    end = next;
    if (point == kDoubleMacronBelow && end < text.size()) next_code_point(text, end);
  }
  return end;
}

bool is_known(std::string_view character, CharacterSet set) {
  std::size_t at = 0;
  const std::uint32_t point = next_code_point(character, at);
  if (at < character.size()) return is_listed_sequence(character);
  if (is_letter(point) || contains(din_91379_table().name_signs, character)) return true;
  return set == CharacterSet::Text && contains(din_91379_table().other_signs, character);
}

// The letter that `letter` and `mark` make together, or nothing.
std::string_view find_composition(std::string_view letter, std::string_view mark) {
  const std::string_view all = din_91379_table().compositions;
  const auto take = [&all](std::size_t& at) {
    const std::size_t from = at;
    next_code_point(all, at);
    return all.substr(from, at - from);
  };
  for (std::size_t at = 0; at < all.size();) {
    const std::string_view first = take(at);
    const std::string_view second = take(at);
    const std::string_view together = take(at);
    if (first == letter && second == mark) return together;
  }
  return {};
}

}  // namespace

std::string_view find_foreign_character(std::string_view text, CharacterSet set) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_character(text, at);
    const std::string_view character = text.substr(at, end - at);
    if (!is_known(character, set)) return character;
    at = end;
  }
  return {};
}

std::string composed_text(std::string_view text) {
  std::string composed;
  std::size_t letter = std::string::npos;  // where the last one begins in `composed`
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const std::uint32_t point = next_code_point(text, at);
    const std::string_view part = text.substr(from, at - from);
    if (is_mark(point) && letter != std::string::npos) {
      const std::string_view together = find_composition(std::string_view(composed).substr(letter), part);
      if (!together.empty()) {
        composed.replace(letter, std::string::npos, together);
        continue;
      }
    } else {
      letter = composed.size();
    }
    composed.append(part);
  }
  return composed;
}

}  // namespace stadttor::forms
