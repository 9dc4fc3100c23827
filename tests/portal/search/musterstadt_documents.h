// The documents of a city's pack as they are put into its search index: services, offices and life situations.
// A test's own reading, forgiving and small; the portal reads packs with portal/packs.
#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "portal/search/search_document.h"

namespace stadttor::portal::search {

inline nlohmann::json json_from_file(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return nlohmann::json::parse(stream, nullptr, false);
}

// All text below `value`, a space after each.
inline void append_text(const nlohmann::json& value, std::string& text) {
  if (value.is_string()) text += value.get_ref<const std::string&>() + ' ';
  if (!value.is_structured()) return;
  for (const auto& part : value) append_text(part, text);
}

inline SearchDocument document_from_pack(const nlohmann::json& entry, DocumentKind kind, const std::string& language) {
  const nlohmann::json& all = entry["texts"];
  const std::string shown = all.contains(language) ? language : "de";
  SearchDocument document{entry["id"], kind, shown, {}, {}, {}, {}};
  for (const auto& [field, value] : all[shown].items()) {
    if (field == "name") document.title = value;
    else if (field == "summary") document.summary = value;
    else if (field == "words") document.words = value.get<std::vector<std::string>>();
    else append_text(value, document.text);
  }
  // German words stay: neighbours and letters from the city use them.
  if (shown != "de" && all["de"].contains("words")) {
    for (const auto& word : all["de"]["words"]) document.words.push_back(word);
  }
  return document;
}

inline std::vector<SearchDocument> documents_from_city(const std::filesystem::path& city, const std::string& language) {
  std::vector<SearchDocument> documents;
  const auto add_folder = [&](const char* folder, DocumentKind kind) {
    if (!std::filesystem::exists(city / folder)) return;
    for (const auto& file : std::filesystem::directory_iterator(city / folder)) {
      const nlohmann::json entry = json_from_file(file.path());
      if (entry.contains("texts")) documents.push_back(document_from_pack(entry, kind, language));
    }
  };
  add_folder("services", DocumentKind::Service);
  add_folder("offices", DocumentKind::Office);
  const nlohmann::json portal = json_from_file(city / "portal.json");
  if (portal.contains("situations")) {
    for (const auto& entry : portal["situations"]) {
      documents.push_back(document_from_pack(entry, DocumentKind::Situation, language));
    }
  }
  return documents;
}

inline Synonyms synonyms_from_city(const std::filesystem::path& city) {
  const nlohmann::json file = json_from_file(city / "search" / "synonyms.json");
  if (!file.contains("groups")) return {};
  return {file["groups"].get<std::vector<std::vector<std::string>>>()};
}

}  // namespace stadttor::portal::search
