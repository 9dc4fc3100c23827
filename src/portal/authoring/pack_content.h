// What is sound in a pack, typed: the form from which the portal's files and search indexes are made. Everything here
// can be shown: each entry has German texts and an id of its own, references lead somewhere, addresses are safe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "city/catalogue.h"
#include "city/details.h"
#include "portal/authoring/discovery_content.h"
#include "portal/authoring/form_content.h"
#include "portal/authoring/pack_source.h"
#include "portal/authoring/translations.h"

namespace stadttor::portal::authoring {

struct SituationText {
  std::string name;
  std::string summary;
};

struct SituationContent {
  std::string id;
  Translations<SituationText> texts;
};

struct ServiceText {
  std::string name;
  std::string summary;
  std::string description;  // Markdown, as are who and online
  std::string who;
  std::string online;
  std::vector<std::string> prerequisites;
  std::vector<std::string> documents;
  std::vector<std::string> steps;
  std::vector<city::Cost> costs;
  std::string deadline;
  std::string duration;
  std::vector<std::string> words;
};

struct ServiceContent {
  std::string id;
  std::string form;  // id of its form; empty where there is none
  bool is_about_defects = false;  // its page leads to a report
  std::string leika;
  std::vector<std::string> situations;
  std::vector<std::string> offices;
  std::vector<std::string> related;
  std::vector<city::LegalBasis> legal_basis;
  Translations<ServiceText> texts;
};

struct OfficeText {
  std::string name;
  std::string summary;
  std::string description;  // Markdown, as are the next two
  std::string accessibility;
  std::string directions;
  std::vector<std::string> words;
};

struct OfficeContent {
  city::Office facts;                                        // without name, summary, language
  std::string district;                                      // may be empty
  std::vector<Translations<std::string>> exception_reasons;  // as many as facts.exceptions
  Translations<OfficeText> texts;
};

struct PageText {
  std::string title;
  std::string body;  // Markdown
};

struct PageContent {
  std::string id;
  Translations<PageText> texts;
};

struct HappeningText {
  std::string title;
  std::string summary;
  std::string place;
  std::string description;  // Markdown
};

struct HappeningContent {  // an event or a notice, which has no times, place or description
  std::string id;
  Date date;
  std::string from;  // "18:00", may be empty
  std::string to;
  Translations<HappeningText> texts;
};

struct CityText {
  std::string claim;
  std::string welcome;
};

struct CityContent {
  city::CityFacts
      facts;  // without claim and welcome; crest and hero as named in the pack, empty where there is no such file
  Translations<CityText> texts;
  std::vector<std::string> languages;  // tags, never empty
  std::vector<std::string> connect;    // origins
  std::vector<std::string> embed_origins;
  std::string ars;                     // Amtlicher Regionalschlüssel, 12 digits
  bool is_demonstration = false;       // everybody may log in as its clerk
  std::string presentation;            // "canvas" where the city wants its pages drawn, else empty
};

struct Pack {
  CityContent city;
  std::vector<SituationContent> situations;  // as the manifest orders them
  std::vector<ServiceContent> services;      // by id
  std::vector<std::string> popular;
  std::vector<OfficeContent> offices;              // by id
  std::vector<PageContent> pages;                  // as the manifest orders them
  std::vector<HappeningContent> events;            // by date
  std::vector<HappeningContent> notices;           // newest first
  std::vector<PlaceContent> places;                // without the offices
  std::vector<FigureContent> figures;              // as the manifest orders them
  std::vector<FormContent> forms;                  // by id
  MarketContent market;
  std::vector<std::vector<std::string>> synonyms;  // groups of equal words
  std::optional<std::vector<std::string>> report_words;  // of defects, in all languages; nothing where none can be reported
  bool books_appointments = false;
};

Pack pack_from_source(const PackSource& source);

// "https://host" with an optional port: what may stand in a security header.
bool is_https_origin(std::string_view text);

}  // namespace stadttor::portal::authoring
