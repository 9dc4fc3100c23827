// The parts of pack_from_source: each reads one kind of entry and leaves out what cannot be shown.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "portal/authoring/json_value.h"
#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

CityContent city_from_source(const PackSource& source);
std::vector<SituationContent> situations_from_source(const PackSource& source);
std::vector<ServiceContent> services_from_source(const PackSource& source);
std::vector<OfficeContent> offices_from_source(const PackSource& source);
std::vector<PageContent> pages_from_source(const PackSource& source);
std::vector<HappeningContent> events_from_source(const PackSource& source);
std::vector<HappeningContent> notices_from_source(const PackSource& source);
std::vector<PlaceContent> places_from_source(const PackSource& source);
std::vector<FigureContent> figures_from_source(const PackSource& source);
MarketContent market_from_source(const PackSource& source);

// The member "texts" of an entry, each language read by `read`; kept are those whose `title` member is not empty.
template <class Text>
Translations<Text> translations_of(const Json& entry, std::string Text::*title, Text (*read)(const Json&)) {
  Translations<Text> translations;
  for (const auto& member : object_of(member_of(entry, "texts")).items()) {
    Text text = read(member.value());
    if (!(text.*title).empty()) translations.emplace(member.key(), std::move(text));
  }
  return translations;
}

template <class Text>
bool has_german(const Translations<Text>& texts) {
  return texts.find(kFallbackLanguage) != texts.end();
}

template <class Entry>
std::set<std::string> ids_of(const std::vector<Entry>& entries) {
  std::set<std::string> ids;
  for (const Entry& entry : entries) ids.insert(entry.id);
  return ids;
}

// Without what is not known and what comes again.
std::vector<std::string> known_only(const std::vector<std::string>& ids, const std::set<std::string>& known);

}  // namespace stadttor::portal::authoring
