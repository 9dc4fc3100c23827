#include "portal/authoring/search_documents.h"

#include <algorithm>

namespace stadttor::portal::authoring {

namespace {

using search::DocumentKind;
using search::SearchDocument;

void add_word(std::vector<std::string>& words, const std::string& word) {
  if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

template <class Text>
std::vector<std::string> words_of(const Translations<Text>& texts, const std::string& language) {
  std::vector<std::string> words = translation_for(texts, language).second.words;
  const Text& german = translation_for(texts, kFallbackLanguage).second;
  if (german.name != translation_for(texts, language).second.name) add_word(words, german.name);
  for (const std::string& word : german.words) add_word(words, word);
  return words;
}

void add_lines(std::string& text, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) text.append(line).push_back('\n');
}

std::string text_of_service(const ServiceText& text) {
  std::string all;
  add_lines(all, {text.description, text.who, text.online});
  add_lines(all, text.prerequisites);
  add_lines(all, text.documents);
  add_lines(all, text.steps);
  for (const city::Cost& cost : text.costs) all.append(cost.label).push_back('\n');
  add_lines(all, {text.deadline, text.duration});
  return all;
}

}  // namespace

std::vector<SearchDocument> search_documents_from(const Pack& pack, const std::string& language) {
  std::vector<SearchDocument> documents;
  for (const ServiceContent& service : pack.services) {
    const auto& [shown, text] = translation_for(service.texts, language);
    documents.push_back({service.id, DocumentKind::Service, shown, text.name, text.summary,
                         words_of(service.texts, language), text_of_service(text)});
  }
  for (const OfficeContent& office : pack.offices) {
    const auto& [shown, text] = translation_for(office.texts, language);
    std::string all;
    add_lines(all, {text.description, text.accessibility, text.directions, office.facts.address.street_line});
    documents.push_back({office.facts.id, DocumentKind::Office, shown, text.name, text.summary,
                         words_of(office.texts, language), std::move(all)});
  }
  for (const SituationContent& situation : pack.situations) {
    const auto& [shown, text] = translation_for(situation.texts, language);
    documents.push_back({situation.id, DocumentKind::Situation, shown, text.name, text.summary, {}, {}});
  }
  for (const PageContent& page : pack.pages) {
    const auto& [shown, text] = translation_for(page.texts, language);
    documents.push_back({page.id, DocumentKind::Page, shown, text.title, {}, {}, text.body});
  }
  return documents;
}

search::Synonyms synonyms_from(const Pack& pack) { return {pack.synonyms}; }

}  // namespace stadttor::portal::authoring
