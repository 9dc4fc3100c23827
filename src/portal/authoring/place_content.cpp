// Places of the map, from the files of the folder places/: each holds places of one kind.
#include <set>

#include "portal/authoring/content_reading.h"
#include "portal/authoring/office_content.h"

namespace stadttor::portal::authoring {

namespace {

// Nothing unless both coordinates are numbers: a place without one cannot be shown on a map.
std::optional<city::Position> find_position(const Json& entry) {
  const Json& position = member_of(entry, "position");
  if (!member_of(position, "latitude").is_number() || !member_of(position, "longitude").is_number()) return {};
  return city::Position{number_of(position, "latitude"), number_of(position, "longitude")};
}

Translations<std::string> notes_of(const Json& entry) {
  Translations<std::string> notes;
  for (const auto& member : object_of(member_of(entry, "texts")).items()) {
    if (const std::string note = text_of(member.value(), "note"); !note.empty()) notes.emplace(member.key(), note);
  }
  notes.emplace(kFallbackLanguage, "");
  return notes;
}

void add_place(const Json& entry, const std::string& kind, std::set<std::string>& ids, std::vector<PlaceContent>& places) {
  PlaceContent place;
  place.facts.id = text_of(entry, "id");
  place.facts.kind = kind;
  place.facts.name = text_of(entry, "name");
  const auto position = find_position(entry);
  if (!position || place.facts.name.empty() || !is_pack_id(place.facts.id) || !ids.insert(place.facts.id).second) return;
  const Json& address = member_of(entry, "address");
  place.facts.position = *position;
  place.facts.district = text_of(address, "district");
  place.facts.street_line = text_of(address, "street");
  if (const std::string number = text_of(address, "house_number"); !number.empty()) place.facts.street_line.append(" ").append(number);
  place.facts.town_line = text_of(address, "postal_code") + " " + text_of(address, "town");
  place.facts.accessibility = texts_of(entry, "accessibility");
  place.facts.lines = texts_of(entry, "lines");
  place.facts.weekly = weekly_hours_of(entry);
  place.facts.is_always_open = flag_of(entry, "always_open");
  place.facts.phone = text_of(entry, "phone");
  place.notes = notes_of(entry);
  place.words = texts_of(entry, "words");
  places.push_back(std::move(place));
}

}  // namespace

std::vector<PlaceContent> places_from_source(const PackSource& source) {
  std::vector<PlaceContent> places;
  // An office is on the map under its own id.
  std::set<std::string> ids;
  for (const auto& office : source.offices) ids.insert(office.first);
  for (const auto& [name, file] : source.places) {
    const std::string kind = text_of(file.content, "kind");
    if (!city::is_place_kind(kind) || kind == city::kOfficeKind) continue;
    for (const Json& entry : list_of(member_of(file.content, "places"))) add_place(entry, kind, ids, places);
  }
  return places;
}

}  // namespace stadttor::portal::authoring
