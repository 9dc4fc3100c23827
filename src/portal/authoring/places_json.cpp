// stadt/orte.json
#include <algorithm>

#include "portal/authoring/details_json.h"
#include "portal/authoring/discovery_json.h"
#include "portal/authoring/hours_json.h"

namespace stadttor::portal::authoring {

namespace {

// Nothing said is nothing written.
void add_text(Json& target, const char* name, const std::string& text) {
  if (!text.empty()) target[name] = text;
}

Json place_json(const city::Place& place, const std::string& language) {
  Json entry = {{"id", place.id},
                {"kind", place.kind},
                {"name", place.name},
                {"district", place.district},
                {"street", place.street_line},
                {"town", place.town_line},
                {"latitude", place.position.latitude},
                {"longitude", place.position.longitude}};
  mark_language(entry, place.name_language, language);
  if (!place.accessibility.empty()) entry["accessibility"] = place.accessibility;
  if (!place.lines.empty()) entry["lines"] = place.lines;
  if (place.has_hours()) entry["hours"] = hours_json_from(place.weekly);
  if (place.is_always_open) entry["always_open"] = true;
  add_text(entry, "phone", place.phone);
  add_text(entry, "note", place.note);
  if (!place.note.empty() && place.note_language != language) entry["note_lang"] = place.note_language;
  return entry;
}

city::Place place_from_office(const OfficeContent& office, const std::string& language) {
  const auto& [shown, text] = translation_for(office.texts, language);
  city::Place place;
  place.id = office.facts.id;
  place.kind = city::kOfficeKind;
  place.name = text.name;
  place.name_language = shown;
  place.district = office.district;
  place.street_line = office.facts.address.street_line;
  place.town_line = office.facts.address.town_line;
  place.position = {office.facts.latitude, office.facts.longitude};
  place.accessibility = office.facts.accessibility;
  place.weekly = office.facts.weekly;
  place.phone = office.facts.phone;
  return place;
}

// Names of places stay as they stand on signs; easy German reads them as its own.
std::string language_of_names(const std::string& language) { return language == "de-simple" ? language : kFallbackLanguage; }

}  // namespace

Json places_json_from(const Pack& pack, const std::string& language, const AlphabetOrder& order) {
  std::vector<city::Place> places;
  for (const OfficeContent& office : pack.offices) places.push_back(place_from_office(office, language));
  for (const PlaceContent& content : pack.places) {
    city::Place place = content.facts;
    place.name_language = language_of_names(language);
    const auto& note = translation_for(content.notes, language);
    place.note = note.second;
    place.note_language = note.first;
    places.push_back(std::move(place));
  }
  std::stable_sort(places.begin(), places.end(),
                   [&order](const city::Place& a, const city::Place& b) { return order.comes_before(a.name, b.name); });
  Json list = Json::array();
  for (const city::Place& place : places) list.push_back(place_json(place, language));
  return {{"places", std::move(list)}};
}

}  // namespace stadttor::portal::authoring
