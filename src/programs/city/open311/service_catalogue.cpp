#include "programs/city/open311/service_catalogue.h"

#include <algorithm>

#include "foundation/json_reader.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr const char* kFallbackLanguage = "de";

// One member of "texts", in each language that has it.
ByLanguage texts_of(JsonReader entry, const char* name) {
  ByLanguage texts;
  entry.each_member("texts", [&](const std::string& language, JsonReader text) {
    std::string value = text.optional_text(name);
    if (!value.empty()) texts.emplace(language, std::move(value));
  });
  return texts;
}

ByLanguage keywords_of(JsonReader entry) {
  ByLanguage keywords;
  entry.each_member("texts", [&keywords](const std::string& language, JsonReader text) {
    std::string joined;
    for (const std::string& word : text.texts("keywords")) joined.append(joined.empty() ? "" : ",").append(word);
    if (!joined.empty()) keywords.emplace(language, std::move(joined));
  });
  return keywords;
}

AttributeKind kind_of(const std::string& datatype, JsonReader entry) {
  constexpr std::pair<std::string_view, AttributeKind> kKinds[] = {
      {"string", AttributeKind::Text},   {"number", AttributeKind::Number},  {"datetime", AttributeKind::DateTime},
      {"text", AttributeKind::LongText}, {"singlevaluelist", AttributeKind::OneOfList}, {"multivaluelist", AttributeKind::SeveralOfList}};
  for (const auto& [name, kind] : kKinds) {
    if (name == datatype) return kind;
  }
  entry.report("datatype", "none of GeoReport's six kinds");
  return AttributeKind::Text;
}

AttributeDefinition read_attribute(JsonReader entry) {
  AttributeDefinition attribute;
  attribute.code = entry.required_text("code");
  attribute.datatype = entry.required_text("datatype");
  attribute.kind = kind_of(attribute.datatype, entry);
  attribute.is_required = entry.flag_or("required", false);
  attribute.question = texts_of(entry, "question");
  attribute.hint = texts_of(entry, "hint");
  entry.each("values", [&attribute](JsonReader value) { attribute.values.push_back({value.required_text("key"), texts_of(value, "name")}); });
  return attribute;
}

OfferedService read_service(JsonReader entry) {
  OfferedService service;
  service.code = entry.required_text("code");
  service.agency = entry.optional_text("agency");
  service.days = static_cast<int>(std::clamp(entry.number_or("days", 0), 0.0, 3650.0));
  service.gives_token = entry.optional_text("type") == "batch";
  service.name = texts_of(entry, "name");
  service.description = texts_of(entry, "description");
  service.group = texts_of(entry, "group");
  service.keywords = keywords_of(entry);
  entry.each("attributes", [&service](JsonReader attribute) { service.attributes.push_back(read_attribute(attribute)); });
  if (service.name.empty()) entry.report("texts", "has no name in any language");
  return service;
}

}  // namespace

const std::string& text_in(const ByLanguage& texts, const std::string& language) {
  static const std::string kNothing;
  auto found = texts.find(language);
  if (found == texts.end()) found = texts.find(kFallbackLanguage);
  return found == texts.end() ? kNothing : found->second;
}

const OfferedService* ServiceCatalogue::find(std::string_view code) const {
  const auto found = std::find_if(services.begin(), services.end(), [code](const OfferedService& service) { return service.code == code; });
  return found == services.end() ? nullptr : &*found;
}

const AttributeDefinition* find_attribute(const OfferedService& service, std::string_view code) {
  const auto found = std::find_if(service.attributes.begin(), service.attributes.end(), [code](const AttributeDefinition& known) { return known.code == code; });
  return found == service.attributes.end() ? nullptr : &*found;
}

Result<ServiceCatalogue> parse_catalogue(const std::string& text, const std::string& where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text, where));
  JsonReader root = document.root();
  ServiceCatalogue catalogue;
  catalogue.jurisdiction = root.required_text("jurisdiction");
  catalogue.contact = root.optional_text("contact");
  catalogue.received_notice = texts_of(root, "received");
  catalogue.withheld_notice = texts_of(root, "withheld");
  root.each("area", [&catalogue](JsonReader corner) {
    catalogue.area.push_back({corner.required_number("latitude"), corner.required_number("longitude")});
  });
  root.each("services", [&catalogue](JsonReader entry) { catalogue.services.push_back(read_service(entry)); });
  TRY(document.finish());
  return catalogue;
}

}  // namespace stadttor::city_server::open311
