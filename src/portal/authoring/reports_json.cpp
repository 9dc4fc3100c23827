#include "portal/authoring/reports_json.h"

#include <algorithm>

namespace stadttor::portal::authoring {

namespace {

// Agencies are told in the city's own language: it is the name they bear.
std::string office_name(const Pack& pack, const std::string& id) {
  const auto office = std::find_if(pack.offices.begin(), pack.offices.end(), [&id](const OfficeContent& known) { return known.facts.id == id; });
  return office == pack.offices.end() ? std::string() : translation_for(office->texts, kFallbackLanguage).second.name;
}

}  // namespace

Json reports_json_from(const PackSource& source, const Pack& pack) {
  Json reports = source.reports.content;
  reports.erase("$schema");
  reports["jurisdiction"] = pack.city.facts.id;
  reports["contact"] = text_of(member_of(source.manifest, "contact"), "email");
  Json services = Json::array();
  for (Json service : list_of(member_of(source.reports.content, "services"))) {
    if (!service.is_object()) continue;
    const std::string agency = office_name(pack, text_of(service, "office"));
    if (!agency.empty()) service["agency"] = agency;
    services.push_back(std::move(service));
  }
  reports["services"] = std::move(services);
  return reports;
}

Json report_words_json_from(const PackSource& source) {
  Json words = source.report_words.content;
  const Json& area = member_of(source.reports.content, "area");
  if (!words.is_object() && !area.is_array()) return {};
  if (!words.is_object()) words = Json{{"kinds", Json::array()}};
  words.erase("$schema");
  if (area.is_array() && !words.contains("area")) words["area"] = area;
  return words;
}

}  // namespace stadttor::portal::authoring
