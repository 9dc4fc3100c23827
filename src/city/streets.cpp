#include "city/streets.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stadttor::city {

namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) text.replace(at, what.size(), with);
}

// As different people type the same street: "Muenzgasse", "münz-gasse", "MÜNZGASSE", "Bergstr."
std::string plain(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLetters = {
      {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}}};
  std::string text(name);
  for (const auto& [letter, plain_letters] : kLetters) replace_all(text, letter, plain_letters);
  std::string letters;
  for (const char c : text) {
    const bool is_between = c == ' ' || c == '-' || c == '.';
    if (!is_between) letters.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  constexpr std::string_view kShort = "str";
  const bool is_shortened = letters.size() > kShort.size() && letters.compare(letters.size() - kShort.size(), kShort.size(), kShort) == 0;
  return is_shortened ? letters + "asse" : letters;
}

}  // namespace

std::vector<const Street*> matching_streets(const Streets& streets, std::string_view typed, std::size_t most) {
  const std::string wanted = plain(typed);
  std::vector<const Street*> first;
  std::vector<const Street*> later;
  if (wanted.empty()) return first;
  for (const Street& street : streets.streets) {
    const std::size_t at = plain(street.name).find(wanted);
    if (at != std::string::npos) (at == 0 ? first : later).push_back(&street);
  }
  first.insert(first.end(), later.begin(), later.end());
  if (first.size() > most) first.resize(most);
  return first;
}

bool has_street(const Streets& streets, std::string_view name) {
  const std::string wanted = plain(name);
  return std::any_of(streets.streets.begin(), streets.streets.end(), [&wanted](const Street& street) {
    const std::string known = plain(street.name);
    return wanted.compare(0, known.size(), known) == 0;
  });
}

Result<Streets> read_streets(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  Streets streets;
  streets.town = root.required_text("town");
  root.each("streets", [&streets](JsonReader street) { streets.streets.push_back({street.required_text("name"), street.texts("postcodes")}); });
  TRY(document.finish());
  return streets;
}

}  // namespace stadttor::city
