// The city itself, what is on in it, and the pack as a whole.
#include <algorithm>

#include "portal/authoring/booking_numbers.h"
#include "portal/authoring/content_reading.h"
#include "portal/authoring/schema_pattern.h"

namespace stadttor::portal::authoring {

namespace {

CityText read_city_text(const Json& place) { return {text_of(place, "claim"), text_of(place, "welcome")}; }

HappeningText read_happening_text(const Json& place) {
  return {text_of(place, "title"), text_of(place, "summary"), text_of(place, "place"), text_of(place, "description")};
}

std::string picture_of(const PackSource& source, std::string_view member) {
  const std::string picture = text_of(source.manifest, member);
  return find_pack_file(source, picture) ? picture : std::string();
}

constexpr const char* kMapTilesFile = "karte.pmtiles";  // below the data path

// The tiles are made of the pack's folder map/.
bool has_map(const PackSource& source) {
  return std::any_of(source.folders.begin(), source.folders.end(), [](const std::filesystem::path& folder) {
    std::error_code failure;
    return std::filesystem::is_directory(folder / "map", failure);
  });
}

// A language is a folder of the site: nothing but a language tag may name it.
bool is_language_tag(const std::string& tag) { return matches_pattern(tag, "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"); }

std::vector<std::string> languages_of(const Json& manifest) {
  std::vector<std::string> languages;
  for (std::string& tag : texts_of(manifest, "languages")) {
    const bool is_known = std::find(languages.begin(), languages.end(), tag) != languages.end();
    if (is_language_tag(tag) && !is_known) languages.push_back(std::move(tag));
  }
  if (languages.empty()) languages.emplace_back(kFallbackLanguage);
  return languages;
}

std::vector<std::string> origins_of(const Json& manifest, std::string_view member) {
  std::vector<std::string> origins = texts_of(manifest, member);
  origins.erase(
      std::remove_if(origins.begin(), origins.end(), [](const std::string& text) { return !is_https_origin(text); }),
      origins.end());
  return origins;
}

std::vector<HappeningContent> happenings_of(const PackSource& source, std::string_view list) {
  std::vector<HappeningContent> happenings;
  for (const Json& entry : list_of(member_of(source.whats_on.content, list))) {
    HappeningContent happening;
    happening.id = text_of(entry, "id");
    const auto date = parse_date(text_of(entry, "date"));
    happening.from = parse_time_of_day(text_of(entry, "from")) ? text_of(entry, "from") : "";
    happening.to = parse_time_of_day(text_of(entry, "to")) ? text_of(entry, "to") : "";
    happening.texts = translations_of(entry, &HappeningText::title, read_happening_text);
    const bool is_new = is_pack_id(happening.id) && ids_of(happenings).count(happening.id) == 0;
    if (!date || !is_new || !has_german(happening.texts)) continue;
    happening.date = *date;
    happenings.push_back(std::move(happening));
  }
  return happenings;
}

template <class Entry>
std::set<std::string> office_ids_of(const std::vector<Entry>& offices) {
  std::set<std::string> ids;
  for (const Entry& office : offices) ids.insert(office.facts.id);
  return ids;
}

std::vector<std::vector<std::string>> synonyms_of(const PackSource& source) {
  std::vector<std::vector<std::string>> groups;
  for (const Json& group : list_of(member_of(source.synonyms.content, "groups"))) {
    std::vector<std::string> words;
    for (const Json& word : list_of(group)) {
      if (word.is_string()) words.push_back(word.get<std::string>());
    }
    if (words.size() > 1) groups.push_back(std::move(words));
  }
  return groups;
}

std::vector<std::string> report_words_of(const PackSource& source) {
  std::vector<std::string> words;
  for (const Json& kind : list_of(member_of(source.report_words.content, "kinds"))) {
    for (std::string& word : texts_of(kind, "words")) words.push_back(std::move(word));
  }
  return words;
}

}  // namespace

bool is_https_origin(std::string_view text) {
  return matches_pattern(text,
                         "^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?$");
}

std::vector<std::string> known_only(const std::vector<std::string>& ids, const std::set<std::string>& known) {
  std::vector<std::string> kept;
  for (const std::string& id : ids) {
    if (known.count(id) > 0 && std::find(kept.begin(), kept.end(), id) == kept.end()) kept.push_back(id);
  }
  return kept;
}

CityContent city_from_source(const PackSource& source) {
  const Json& manifest = source.manifest;
  const Json& contact = member_of(manifest, "contact");
  const std::string folder_name = source.folders.empty() ? "stadt" : source.folders.front().filename().string();
  CityContent city;
  city.facts.id = is_pack_id(text_of(manifest, "id")) ? text_of(manifest, "id") : folder_name;
  city.facts.name = text_of(manifest, "name").empty() ? city.facts.id : text_of(manifest, "name");
  city.facts.time_zone = text_of(manifest, "time_zone").empty() ? "Europe/Berlin" : text_of(manifest, "time_zone");
  city.facts.crest = picture_of(source, "crest");
  city.facts.hero = picture_of(source, "hero");
  if (has_map(source)) city.facts.map_tiles = kMapTilesFile;
  city.facts.phone = text_of(contact, "phone");
  city.facts.email = text_of(contact, "email");
  city.facts.address_lines = text_of(contact, "address");
  city.texts = translations_of(manifest, &CityText::welcome, read_city_text);
  city.texts.emplace(kFallbackLanguage, CityText{});
  city.languages = languages_of(manifest);
  city.connect = origins_of(manifest, "connect");
  city.embed_origins = origins_of(manifest, "embed_origins");
  city.ars = text_of(manifest, "ars");
  city.is_demonstration = flag_of(manifest, "demonstration");
  if (text_of(manifest, "presentation") == "canvas") city.presentation = "canvas";
  return city;
}

std::vector<HappeningContent> events_from_source(const PackSource& source) {
  std::vector<HappeningContent> events = happenings_of(source, "events");
  std::stable_sort(events.begin(), events.end(), [](const HappeningContent& left, const HappeningContent& right) {
    return left.date == right.date ? left.from < right.from : left.date < right.date;
  });
  return events;
}

std::vector<HappeningContent> notices_from_source(const PackSource& source) {
  std::vector<HappeningContent> notices = happenings_of(source, "notices");
  std::stable_sort(notices.begin(), notices.end(),
                   [](const HappeningContent& left, const HappeningContent& right) { return right.date < left.date; });
  return notices;
}

Pack pack_from_source(const PackSource& source) {
  Pack pack;
  pack.city = city_from_source(source);
  pack.situations = situations_from_source(source);
  pack.services = services_from_source(source);
  pack.offices = offices_from_source(source);
  pack.pages = pages_from_source(source);
  pack.events = events_from_source(source);
  pack.notices = notices_from_source(source);
  pack.places = places_from_source(source);
  pack.figures = figures_from_source(source);
  pack.market = market_from_source(source);
  pack.forms = forms_from_source(source);
  pack.synonyms = synonyms_of(source);
  if (member_of(source.manifest, "reports").is_object()) pack.report_words = report_words_of(source);
  pack.books_appointments = books_appointments(source);
  const std::set<std::string> services = ids_of(pack.services);
  pack.popular = known_only(texts_of(source.manifest, "popular"), services);
  for (ServiceContent& service : pack.services) {
    service.situations = known_only(service.situations, ids_of(pack.situations));
    service.offices = known_only(service.offices, office_ids_of(pack.offices));
    service.related = known_only(service.related, services);
    const auto form = std::find_if(pack.forms.begin(), pack.forms.end(), [&service](const FormContent& one) { return one.service == service.id; });
    if (form != pack.forms.end()) service.form = form->id;
  }
  return pack;
}

}  // namespace stadttor::portal::authoring
