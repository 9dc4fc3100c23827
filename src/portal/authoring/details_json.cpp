#include "portal/authoring/details_json.h"

#include <algorithm>
#include <utility>

#include "portal/authoring/markdown_blocks.h"

namespace stadttor::portal::authoring {

namespace {

// Nothing said is nothing written.
void add_text(Json& target, const char* name, const std::string& text) {
  if (!text.empty()) target[name] = text;
}

void add_list(Json& target, const char* name, const std::vector<std::string>& list) {
  if (!list.empty()) target[name] = list;
}

void add_blocks(Json& target, const char* name, const std::string& markdown) {
  Json blocks = markdown_text_from(markdown).blocks;
  if (!blocks.empty()) target[name] = std::move(blocks);
}

Json happening_json(const HappeningContent& happening, const std::string& reader_language) {
  const auto& [language, text] = translation_for(happening.texts, reader_language);
  Json entry = {{"id", happening.id}, {"date", text_from_date(happening.date)}, {"title", text.title}};
  mark_language(entry, language, reader_language);
  add_text(entry, "summary", text.summary);
  return entry;
}

}  // namespace

void mark_language(Json& entry, const std::string& text_language, const std::string& reader_language) {
  if (text_language != reader_language) entry["lang"] = text_language;
}

Json service_json_from(const ServiceContent& service, const std::string& reader_language) {
  const auto& [language, text] = translation_for(service.texts, reader_language);
  Json json = {{"id", service.id}};
  mark_language(json, language, reader_language);
  add_text(json, "leika", service.leika);
  add_blocks(json, "description", text.description);
  add_blocks(json, "who", text.who);
  add_blocks(json, "online", text.online);
  add_list(json, "prerequisites", text.prerequisites);
  add_list(json, "documents", text.documents);
  add_list(json, "steps", text.steps);
  for (const city::Cost& cost : text.costs) json["costs"].push_back({{"label", cost.label}, {"amount", cost.amount}});
  add_text(json, "deadline", text.deadline);
  add_text(json, "duration", text.duration);
  for (const city::LegalBasis& basis : service.legal_basis) {
    Json entry = {{"name", basis.name}};
    add_text(entry, "url", basis.url);
    json["legal_basis"].push_back(std::move(entry));
  }
  add_list(json, "offices", service.offices);
  if (service.is_about_defects) json["defects"] = true;
  add_list(json, "related", service.related);
  return json;
}

Json office_json_from(const OfficeContent& office, const Pack& pack, const std::string& reader_language,
                      const AlphabetOrder& order) {
  const auto& [language, text] = translation_for(office.texts, reader_language);
  Json json = {{"id", office.facts.id}};
  mark_language(json, language, reader_language);
  add_blocks(json, "description", text.description);
  add_blocks(json, "accessibility", text.accessibility);
  add_blocks(json, "directions", text.directions);
  std::vector<std::pair<std::string, std::string>> services;  // name, id
  for (const ServiceContent& service : pack.services) {
    const bool is_responsible =
        std::find(service.offices.begin(), service.offices.end(), office.facts.id) != service.offices.end();
    if (is_responsible) services.emplace_back(translation_for(service.texts, reader_language).second.name, service.id);
  }
  std::stable_sort(services.begin(), services.end(), [&order](const auto& left, const auto& right) {
    return order.comes_before(left.first, right.first);
  });
  json["services"] = Json::array();
  for (const auto& service : services) json["services"].push_back(service.second);
  return json;
}

Json page_json_from(const PageContent& page, const std::string& reader_language) {
  const auto& [language, text] = translation_for(page.texts, reader_language);
  Json json = {{"id", page.id}};
  mark_language(json, language, reader_language);
  add_blocks(json, "body", text.body);
  return json;
}

Json whats_on_json_from(const Pack& pack, const std::string& reader_language) {
  Json json = {{"events", Json::array()}, {"notices", Json::array()}};
  for (const HappeningContent& event : pack.events) {
    const HappeningText& text = translation_for(event.texts, reader_language).second;
    Json entry = happening_json(event, reader_language);
    add_text(entry, "from", event.from);
    add_text(entry, "to", event.to);
    add_text(entry, "place", text.place);
    add_blocks(entry, "description", text.description);
    json["events"].push_back(std::move(entry));
  }
  for (const HappeningContent& notice : pack.notices)
    json["notices"].push_back(happening_json(notice, reader_language));
  return json;
}

}  // namespace stadttor::portal::authoring
