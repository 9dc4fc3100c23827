#include "portal/authoring/appointments_json.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "portal/authoring/hours_json.h"
#include "portal/authoring/office_content.h"

namespace stadttor::portal::authoring {

namespace {

using Numbers = std::map<std::string, long>;  // by catalogue id

long number_of_text(const std::string& text) { return std::strtol(text.c_str(), nullptr, 10); }

template <class Contents, class IdOf>
auto find_content(const Contents& contents, const std::string& id, IdOf id_of) {
  const auto found = std::find_if(contents.begin(), contents.end(), [&](const auto& one) { return id_of(one) == id; });
  return found == contents.end() ? nullptr : &*found;
}

const ServiceContent* find_service(const Pack& pack, const std::string& id) {
  return find_content(pack.services, id, [](const ServiceContent& service) { return service.id; });
}

const OfficeContent* find_office(const Pack& pack, const std::string& id) {
  return find_content(pack.offices, id, [](const OfficeContent& office) { return office.facts.id; });
}

template <class Text>
const std::string& german_name(const Translations<Text>& texts) {
  return translation_for(texts, kFallbackLanguage).second.name;
}

Json exception_json(const Date& from, const Date& to, const std::vector<city::OpenSpan>& hours) {
  Json list = Json::array();
  for (const city::OpenSpan& span : hours) list.push_back(span_json_from(span));
  return {{"from_date", text_from_date(from)}, {"to_date", text_from_date(to)}, {"hours", std::move(list)}};
}

// The office's own, then closures, then holidays: of several that hold on a day the last one counts.
Json exceptions_of(const Json& entry, const OfficeContent& office, const Json& holidays) {
  Json list = Json::array();
  for (const city::HoursException& exception : office.facts.exceptions) list.push_back(exception_json(exception.from_date, exception.to_date, exception.hours));
  for (const Json& closure : list_of(member_of(entry, "closures"))) {
    const auto from = parse_date(text_of(closure, "from_date"));
    const auto to = parse_date(text_of(closure, "to_date"));
    if (from && to && *from <= *to) list.push_back(exception_json(*from, *to, {}));
  }
  for (const Json& holiday : holidays) {
    if (const auto date = parse_date(text_of(holiday, "date"))) list.push_back(exception_json(*date, *date, {}));
  }
  return list;
}

Json counters_of(const Json& entry, const Numbers& services) {
  Json list = Json::array();
  for (const Json& place : list_of(member_of(entry, "counters"))) {
    Json counter = {{"id", text_of(place, "id")}};
    if (place.contains("hours")) counter["hours"] = hours_json_from(weekly_hours_of(place));
    if (place.contains("services")) {
      counter["services"] = Json::array();
      for (const std::string& id : texts_of(place, "services")) {
        if (const auto found = services.find(id); found != services.end()) counter["services"].push_back(found->second);
      }
    }
    list.push_back(std::move(counter));
  }
  return list;
}

Json relations_of(const Json& entry, const Numbers& services) {
  Json list = Json::array();
  for (const Json& place : list_of(member_of(entry, "services"))) {
    const auto found = services.find(text_of(place, "service"));
    const int slots = static_cast<int>(number_of(place, "slots"));
    if (found == services.end() || slots < 1) continue;
    Json relation = {{"id", found->second}, {"slots", slots}};
    if (place.contains("most")) relation["most"] = place["most"];
    list.push_back(std::move(relation));
  }
  return list;
}

Json office_json(const Json& entry, const OfficeContent& office, const Numbers& services, const Json& holidays) {
  // Everything that is the server's own passes through; what is the catalogue's is added.
  Json json = entry;
  for (const char* replaced : {"zms", "closures", "hours", "counters", "services"}) json.erase(replaced);
  json["id"] = number_of_text(text_of(entry, "zms"));
  json["name"] = german_name(office.texts);
  json["street"] = office.facts.address.street_line;
  json["town"] = office.facts.address.town_line;
  json["addition"] = office.facts.address.addition;
  json["phone"] = office.facts.phone;
  json["sender"] = office.facts.email;
  json["latitude"] = office.facts.latitude;
  json["longitude"] = office.facts.longitude;
  json["hours"] = hours_json_from(entry.contains("hours") ? weekly_hours_of(entry) : office.facts.weekly);
  json["exceptions"] = exceptions_of(entry, office, holidays);
  json["counters"] = counters_of(entry, services);
  json["services"] = relations_of(entry, services);
  return json;
}

}  // namespace

Json appointments_json_from(const Json& appointments, const Pack& pack) {
  Json json = {{"city", pack.city.facts.name}, {"ars", pack.city.ars}, {"time_zone", pack.city.facts.time_zone}, {"services", Json::array()}, {"offices", Json::array()}};
  Numbers services;
  for (const Json& entry : list_of(member_of(appointments, "services"))) {
    const ServiceContent* service = find_service(pack, text_of(entry, "service"));
    const long number = number_of_text(text_of(entry, "zms"));
    if (service == nullptr || number <= 0 || !services.emplace(service->id, number).second) continue;
    json["services"].push_back({{"id", number}, {"service", service->id}, {"name", german_name(service->texts)},
                                {"most", std::max(1, static_cast<int>(number_of(entry, "most")))}, {"alone", flag_of(entry, "alone")}});
  }
  for (const Json& entry : list_of(member_of(appointments, "offices"))) {
    const OfficeContent* office = find_office(pack, text_of(entry, "office"));
    if (office == nullptr || number_of_text(text_of(entry, "zms")) <= 0) continue;
    json["offices"].push_back(office_json(entry, *office, services, list_of(member_of(appointments, "public_holidays"))));
  }
  return json;
}

}  // namespace stadttor::portal::authoring
