#include "portal/search_answers.h"

#include "city/address.h"

namespace stadttor::portal {

using search::DocumentKind;
using search::Field;
using search::MatchKind;

namespace {

constexpr std::size_t kResultLimit = 20;
constexpr std::size_t kSuggestionLimit = 6;

std::string path_of_document(std::string_view language, DocumentKind kind, std::string_view id) {
  switch (kind) {
    case DocumentKind::Service: return city::path_to(language, city::PageKind::Service, id);
    case DocumentKind::Office: return city::path_to(language, city::PageKind::Office, id);
    case DocumentKind::Situation: return city::path_to(language, city::PageKind::Situation, id);
    case DocumentKind::Page: return city::path_to(language, city::PageKind::About, id);
    case DocumentKind::City: return city::path_to(language, city::PageKind::Start) + std::string(id);
    case DocumentKind::Place: return city::path_to(language, city::PageKind::Place, id);
    case DocumentKind::Stall: return city::path_to(language, city::PageKind::Stall, id);
    case DocumentKind::Figure: return city::path_to(language, city::PageKind::Figures) + "#" + std::string(id);
  }
  return city::path_to(language, city::PageKind::Start);
}

std::string_view kind_key(DocumentKind kind) {
  switch (kind) {
    case DocumentKind::Service: return "search.kind.service";
    case DocumentKind::Office: return "search.kind.office";
    case DocumentKind::Situation: return "search.kind.situation";
    case DocumentKind::Page: return "search.kind.page";
    case DocumentKind::City: return "search.kind.city";
    case DocumentKind::Place: return "search.kind.place";
    case DocumentKind::Stall: return "search.kind.stall";
    case DocumentKind::Figure: return "search.kind.figure";
  }
  return "search.kind.page";
}

std::string_view field_key(Field field) {
  switch (field) {
    case Field::Title: return "search.field.title";
    case Field::Words:
    case Field::Phrases: return "search.field.words";
    case Field::Summary: return "search.field.summary";
    case Field::Text: return "search.field.text";
  }
  return "search.field.text";
}

std::string_view reason_key(MatchKind how) {
  switch (how) {
    case MatchKind::Exact: return "search.reason.exact";
    case MatchKind::Stem: return "search.reason.stem";
    case MatchKind::CompoundPart: return "search.reason.compound";
    case MatchKind::Synonym: return "search.reason.synonym";
    case MatchKind::Prefix: return "search.reason.prefix";
    case MatchKind::Typo: return "search.reason.typo";
  }
  return "search.reason.exact";
}

std::string_view summary_of(const city::Catalogue& city, DocumentKind kind, std::string_view id) {
  if (kind == DocumentKind::Service) {
    if (const auto* service = city.find_service(id)) return service->summary;
  } else if (kind == DocumentKind::Office) {
    if (const auto* office = city.find_office(id)) return office->summary;
  } else if (kind == DocumentKind::Situation) {
    if (const auto* situation = city.find_situation(id)) return situation->summary;
  }
  return {};
}

}  // namespace

std::vector<services::find_service::Found> found_for_query(const search::SearchIndex& index, const city::Catalogue& city,
                                                           std::string_view query) {
  std::vector<services::find_service::Found> found;
  for (const search::Hit& hit : index.find(query, kResultLimit)) {
    services::find_service::Found entry;
    entry.title = hit.title;
    entry.summary = summary_of(city, hit.kind, hit.id);
    entry.path = path_of_document(city.language, hit.kind, hit.id);
    entry.kind_key = kind_key(hit.kind);
    const city::ServiceEntry* service = hit.kind == DocumentKind::Service ? city.find_service(hit.id) : nullptr;
    if (service != nullptr && !service->form.empty()) entry.form_path = city::path_to(city.language, city::PageKind::Form, service->form);
    if (hit.language != city.language) entry.language = hit.language;
    for (const search::Reason& reason : hit.reasons) {
      entry.reasons.push_back(city.texts(reason_key(reason.how), {{"typed", reason.typed},
                                                                  {"word", reason.word},
                                                                  {"field", city.texts(field_key(reason.field))}}));
    }
    found.push_back(std::move(entry));
  }
  return found;
}

std::vector<services::find_service::Suggestion> suggestions_for(const search::SearchIndex& index, std::string_view language,
                                                                std::string_view typed) {
  std::vector<services::find_service::Suggestion> suggestions;
  for (const search::Suggestion& suggestion : index.suggest(typed, kSuggestionLimit)) {
    std::string text(suggestion.title);
    if (!suggestion.words.empty()) text.append(" (").append(suggestion.words).append(")");
    suggestions.push_back({std::move(text), path_of_document(language, suggestion.kind, suggestion.id)});
  }
  return suggestions;
}

}  // namespace stadttor::portal
