#include "city/report_words.h"

#include <array>
#include <utility>

namespace stadttor::city {

namespace {

// Letters and digits, small, umlauts spelled out; everything between words is one space.
std::string plain(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kLetters = {
      {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}}};
  std::string letters = " ";
  for (std::size_t at = 0; at < text.size();) {
    std::string_view written;
    for (const auto& [letter, plain_letters] : kLetters) {
      if (text.substr(at, letter.size()) == letter) written = plain_letters;
    }
    if (!written.empty()) {
      letters.append(written);
      at += 2;
      continue;
    }
    const char c = text[at++];
    if (c >= 'A' && c <= 'Z') {
      letters.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0) {
      letters.push_back(c);
    } else if (letters.back() != ' ') {
      letters.push_back(' ');
    }
  }
  return letters;
}

}  // namespace

double fit_of_words(const std::vector<std::string>& words, std::string_view text) {
  const std::string wanted = plain(text);
  double fit = 0;
  for (const std::string& word : words) {
    const std::string letters = plain(word).substr(1);
    // Short words mean something only as whole ones: "eis" is no part of "Preis".
    constexpr std::size_t kShort = 4;
    const bool is_there = letters.size() >= kShort ? wanted.find(letters) != std::string::npos : (wanted + " ").find(" " + letters + " ") != std::string::npos;
    if (!letters.empty() && is_there) fit += static_cast<double>(letters.size());
  }
  return fit;
}

Result<ReportWords> read_report_words(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  ReportWords words;
  root.each("kinds", [&words](JsonReader kind) { words.kinds.push_back({kind.required_text("code"), kind.texts("words")}); });
  root.each("area", [&words](JsonReader corner) { words.area.push_back({corner.required_number("latitude"), corner.required_number("longitude")}); });
  TRY(document.finish());
  return words;
}

}  // namespace stadttor::city
