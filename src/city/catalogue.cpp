#include "city/catalogue.h"

#include "city/hours_reading.h"

namespace stadttor::city {

namespace {

Office read_office(JsonReader place) {
  Office office;
  office.id = place.required_text("id");
  office.name = place.required_text("name");
  office.summary = place.optional_text("summary");
  office.language = place.optional_text("lang");
  office.address.street_line = place.optional_text("street");
  office.address.addition = place.optional_text("addition");
  office.address.town_line = place.optional_text("town");
  office.phone = place.optional_text("phone");
  office.email = place.optional_text("email");
  office.latitude = place.number_or("latitude", 0);
  office.longitude = place.number_or("longitude", 0);
  office.accessibility = place.texts("accessibility");
  office.zms = static_cast<std::int64_t>(place.number_or("zms", 0));
  office.weekly = read_weekly_hours(place);
  place.each("exceptions", [&office](JsonReader entry) {
    HoursException exception;
    const auto from = parse_date(entry.required_text("from_date"));
    const auto to = parse_date(entry.required_text("to_date"));
    if (!from) entry.report("from_date", "expected a date such as 2026-12-24");
    if (!to) entry.report("to_date", "expected a date such as 2026-12-24");
    exception.from_date = from.value_or(Date{});
    exception.to_date = to.value_or(Date{});
    exception.reason = entry.optional_text("reason");
    entry.each("hours", [&exception](JsonReader hours) { exception.hours.push_back(read_open_span(hours)); });
    office.exceptions.push_back(std::move(exception));
  });
  return office;
}

void read_city(JsonReader place, CityFacts& city) {
  city.id = place.required_text("id");
  city.name = place.required_text("name");
  city.claim = place.optional_text("claim");
  city.welcome = place.optional_text("welcome");
  city.crest = place.optional_text("crest");
  city.hero = place.optional_text("hero");
  city.time_zone = place.text_or("time_zone", "Europe/Berlin");
  city.phone = place.optional_text("phone");
  city.email = place.optional_text("email");
  city.address_lines = place.optional_text("address");
  city.map_tiles = place.optional_text("map_tiles");
}

template <class Entry>
const Entry* find_by_id(const std::vector<Entry>& entries, std::string_view id) {
  for (const Entry& entry : entries) {
    if (entry.id == id) return &entry;
  }
  return nullptr;
}

}  // namespace

const ServiceEntry* Catalogue::find_service(std::string_view id) const { return find_by_id(services, id); }
const Situation* Catalogue::find_situation(std::string_view id) const { return find_by_id(situations, id); }
const Office* Catalogue::find_office(std::string_view id) const { return find_by_id(offices, id); }
const AboutPage* Catalogue::find_about_page(std::string_view id) const { return find_by_id(about_pages, id); }

std::string_view Catalogue::direction_of(std::string_view language_tag) const {
  for (const Language& candidate : languages) {
    if (candidate.tag == language_tag) return candidate.direction;
  }
  return "ltr";
}

Result<Catalogue> read_catalogue(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  Catalogue catalogue;
  catalogue.language = root.required_text("language");
  catalogue.direction = root.text_or("direction", "ltr");
  read_city(root.member("city"), catalogue.city);
  root.each("languages", [&](JsonReader place) {
    catalogue.languages.push_back({place.required_text("tag"), place.required_text("name"), place.text_or("direction", "ltr")});
  });
  root.each("situations", [&](JsonReader place) {
    catalogue.situations.push_back({place.required_text("id"), place.required_text("name"), place.optional_text("summary"),
                                    place.optional_text("lang")});
  });
  root.each("services", [&](JsonReader place) {
    catalogue.services.push_back({place.required_text("id"), place.required_text("name"), place.optional_text("summary"),
                                  place.optional_text("letter"), place.optional_text("lang"), place.texts("situations"), place.optional_text("form"),
                                  static_cast<std::int64_t>(place.number_or("zms", 0))});
  });
  catalogue.popular = root.texts("popular");
  root.each("offices", [&](JsonReader place) { catalogue.offices.push_back(read_office(place)); });
  root.each("pages", [&](JsonReader place) {
    catalogue.about_pages.push_back({place.required_text("id"), place.required_text("title"), place.optional_text("lang")});
  });
  catalogue.has_figures = root.flag_or("figures", false);
  catalogue.has_market = root.flag_or("market", false);
  if (JsonReader sending = root.member("sending"); sending.exists()) {
    catalogue.sending = SendingWay{sending.required_text("gateway"), sending.required_text("issuer"), text_from_json(sending.value_of("statement_key"))};
  }
  if (JsonReader appointments = root.member("appointments"); appointments.exists()) catalogue.appointments = AppointmentWay{appointments.required_text("api")};
  if (JsonReader reports = root.member("reports"); reports.exists()) catalogue.reports = ReportWay{reports.required_text("endpoint"), reports.optional_text("jurisdiction")};
  catalogue.texts.read(root.member("texts"));
  TRY(document.finish());
  return catalogue;
}

}  // namespace stadttor::city
