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

// What the interface says in the language of the portal's pages.
std::string said(const InterfaceTexts& interface, const std::string& key) {
  const auto found = interface.texts.find(key);
  return found == interface.texts.end() ? std::string() : found->second;
}

void add_page(const InterfaceTexts& interface, const std::string& language, const char* id, const std::string& key,
              const std::string& words, std::vector<SearchDocument>& documents) {
  documents.push_back({id, DocumentKind::City, language, said(interface, "page." + key), said(interface, "start.discover." + key), {}, words});
}

void add_city_documents(const Pack& pack, const InterfaceTexts& interface, const std::string& language,
                        std::vector<SearchDocument>& documents) {
  std::string kinds;
  for (const std::string_view kind : city::kPlaceKinds) add_lines(kinds, {said(interface, "place.kinds." + std::string(kind))});
  add_page(interface, language, "stadtplan", "map", kinds, documents);
  for (const PlaceContent& place : pack.places) {
    const std::string& note = translation_for(place.notes, language).second;
    std::vector<std::string> words = place.words;
    words.push_back(said(interface, "place.kind." + place.facts.kind));
    documents.push_back({place.facts.id, DocumentKind::Place, kFallbackLanguage, place.facts.name,
                         place.facts.street_line + ", " + place.facts.district, std::move(words), note});
  }
  if (pack.report_words) {
    documents.push_back({"meldungen/neu", DocumentKind::City, language, said(interface, "report.new"), said(interface, "report.lead"), *pack.report_words, {}});
  }
  if (pack.books_appointments) {
    std::string deeds;
    for (const char* key : {"book.link", "book.move", "book.cancel", "book.own", "book.lead"}) add_lines(deeds, {said(interface, key)});
    add_page(interface, language, "termine", "appointments", deeds, documents);
  }
  if (!pack.figures.empty()) add_page(interface, language, "stadt-in-zahlen", "figures", {}, documents);
  for (const FigureContent& figure : pack.figures) {
    const auto& [shown, text] = translation_for(figure.texts, language);
    documents.push_back({figure.facts.id, DocumentKind::Figure, shown, text.title, text.summary, {}, text.note});
  }
  if (pack.market.empty()) return;
  std::string goods;
  for (const std::string_view name : city::kGoods) add_lines(goods, {said(interface, "market.goods." + std::string(name))});
  add_page(interface, language, "wochenmarkt", "market", goods, documents);
  for (const StallContent& stall : pack.market.stalls) {
    const StallText& text = translation_for(stall.texts, language).second;
    documents.push_back({stall.facts.id, DocumentKind::Stall, kFallbackLanguage, stall.facts.name, text.offer, {}, text.about});
  }
}

}  // namespace

std::vector<SearchDocument> search_documents_from(const Pack& pack, const InterfaceTexts& interface, const std::string& language) {
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
  add_city_documents(pack, interface, language, documents);
  return documents;
}

search::Synonyms synonyms_from(const Pack& pack) { return {pack.synonyms}; }

}  // namespace stadttor::portal::authoring
