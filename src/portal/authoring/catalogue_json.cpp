#include "portal/authoring/catalogue_json.h"

#include <algorithm>

#include "portal/authoring/details_json.h"
#include "portal/authoring/hours_json.h"

namespace stadttor::portal::authoring {

namespace {

Json city_json(const CatalogueParts& parts) {
  const city::CityFacts& facts = parts.pack.city.facts;
  const CityText& text = translation_for(parts.pack.city.texts, parts.language).second;
  const auto address = [&parts](const std::string& picture) {
    return picture.empty() || !parts.picture_address ? std::string() : parts.picture_address(picture);
  };
  return {{"id", facts.id},
          {"name", facts.name},
          {"claim", text.claim},
          {"welcome", text.welcome},
          {"crest", address(facts.crest)},
          {"hero", address(facts.hero)},
          {"time_zone", facts.time_zone},
          {"phone", facts.phone},
          {"email", facts.email},
          {"address", facts.address_lines},
          {"map_tiles", facts.map_tiles}};
}

Json situations_json(const CatalogueParts& parts) {
  Json list = Json::array();
  for (const SituationContent& situation : parts.pack.situations) {
    const auto& [language, text] = translation_for(situation.texts, parts.language);
    Json entry = {{"id", situation.id}, {"name", text.name}, {"summary", text.summary}};
    mark_language(entry, language, parts.language);
    list.push_back(std::move(entry));
  }
  return list;
}

Json services_json(const CatalogueParts& parts) {
  Json list = Json::array();
  for (const ServiceContent& service : parts.pack.services) {
    const auto& [language, text] = translation_for(service.texts, parts.language);
    Json entry = {{"id", service.id},
                  {"name", text.name},
                  {"summary", text.summary},
                  {"letter", parts.order.letter_of(text.name)},
                  {"situations", service.situations}};
    if (!service.form.empty()) entry["form"] = service.form;
    mark_language(entry, language, parts.language);
    list.push_back(std::move(entry));
  }
  // Services come by id, which keeps equal names in a fixed order.
  std::stable_sort(list.begin(), list.end(), [&parts](const Json& left, const Json& right) {
    return parts.order.comes_before(left["name"].get_ref<const std::string&>(),
                                    right["name"].get_ref<const std::string&>());
  });
  return list;
}

Json exceptions_json(const OfficeContent& office, const std::string& language) {
  Json list = Json::array();
  for (std::size_t i = 0; i < office.facts.exceptions.size(); ++i) {
    const city::HoursException& exception = office.facts.exceptions[i];
    Json hours = Json::array();
    for (const city::OpenSpan& span : exception.hours) hours.push_back(span_json_from(span));
    list.push_back({{"from_date", text_from_date(exception.from_date)},
                    {"to_date", text_from_date(exception.to_date)},
                    {"hours", std::move(hours)},
                    {"reason", translation_for(office.exception_reasons[i], language).second}});
  }
  return list;
}

Json offices_json(const CatalogueParts& parts) {
  Json list = Json::array();
  for (const OfficeContent& office : parts.pack.offices) {
    const auto& [language, text] = translation_for(office.texts, parts.language);
    Json entry = {{"id", office.facts.id},
                  {"name", text.name},
                  {"summary", text.summary},
                  {"street", office.facts.address.street_line},
                  {"addition", office.facts.address.addition},
                  {"town", office.facts.address.town_line},
                  {"phone", office.facts.phone},
                  {"email", office.facts.email},
                  {"latitude", office.facts.latitude},
                  {"longitude", office.facts.longitude},
                  {"accessibility", office.facts.accessibility},
                  {"hours", hours_json_from(office.facts.weekly)},
                  {"exceptions", exceptions_json(office, parts.language)}};
    mark_language(entry, language, parts.language);
    list.push_back(std::move(entry));
  }
  std::stable_sort(list.begin(), list.end(), [&parts](const Json& left, const Json& right) {
    return parts.order.comes_before(left["name"].get_ref<const std::string&>(),
                                    right["name"].get_ref<const std::string&>());
  });
  return list;
}

Json pages_json(const CatalogueParts& parts) {
  Json list = Json::array();
  for (const PageContent& page : parts.pack.pages) {
    const auto& [language, text] = translation_for(page.texts, parts.language);
    Json entry = {{"id", page.id}, {"title", text.title}};
    mark_language(entry, language, parts.language);
    list.push_back(std::move(entry));
  }
  return list;
}

}  // namespace

Json catalogue_json_from(const CatalogueParts& parts) {
  return {{"language", parts.language},
          {"direction", parts.interface_texts.direction},
          {"city", city_json(parts)},
          {"languages", parts.languages},
          {"situations", situations_json(parts)},
          {"services", services_json(parts)},
          {"popular", parts.pack.popular},
          {"offices", offices_json(parts)},
          {"pages", pages_json(parts)},
          {"figures", !parts.pack.figures.empty()},
          {"market", !parts.pack.market.empty()},
          {"texts", parts.interface_texts.texts}};
}

}  // namespace stadttor::portal::authoring
