#include "protocols/open311/services.h"

#include <algorithm>
#include <optional>

namespace stadttor::protocols::open311 {

namespace {

constexpr std::string_view kSpecification = "georeport_v2";

std::vector<std::string> keywords_from(const std::string& text) {
  std::vector<std::string> keywords;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    const std::size_t first = text.find_first_not_of(' ', begin);
    if (first < end) {
      const std::size_t last = text.find_last_not_of(' ', end - 1);
      keywords.push_back(text.substr(first, last - first + 1));
    }
    begin = end + 1;
  }
  return keywords;
}

std::optional<AttributeKind> find_kind(const std::string& datatype) {
  if (datatype == "string") return AttributeKind::Text;
  if (datatype == "number") return AttributeKind::Number;
  if (datatype == "datetime") return AttributeKind::DateTime;
  if (datatype == "text") return AttributeKind::LongText;
  if (datatype == "singlevaluelist") return AttributeKind::OneOfList;
  if (datatype == "multivaluelist") return AttributeKind::SeveralOfList;
  return {};
}

Attribute read_attribute(MessageReader& reader) {
  Attribute attribute;
  attribute.code = reader.required_text("code");
  const std::string datatype = reader.required_text("datatype");
  const std::optional<AttributeKind> kind = find_kind(datatype);
  if (!kind) reader.report("datatype", "none of string, number, datetime, text, singlevaluelist and multivaluelist");
  attribute.kind = kind.value_or(AttributeKind::Text);
  attribute.question = reader.optional_text("description");
  attribute.hint = reader.optional_text("datatype_description");
  attribute.order = static_cast<int>(std::clamp(reader.optional_number("order").value_or(0), 0.0, 10000.0));
  attribute.is_asked = reader.flag_or("variable", true);
  attribute.is_required = reader.flag_or("required", false);
  for (MessageReader value : reader.items_of("values")) {
    AttributeValue read{value.required_text("key"), value.optional_text("name")};
    if (read.name.empty()) read.name = read.key;
    attribute.values.push_back(std::move(read));
  }
  const bool is_list = attribute.kind == AttributeKind::OneOfList || attribute.kind == AttributeKind::SeveralOfList;
  if (is_list && attribute.values.empty()) reader.report("values", "a list without values to choose from");
  return attribute;
}

// Written GeoReport_v2 as often as georeport_v2.
bool is_georeport(std::string specification) {
  for (char& c : specification) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return specification.find(kSpecification) != std::string::npos;
}

bool has_json(const Endpoint& endpoint) { return std::find(endpoint.formats.begin(), endpoint.formats.end(), Format::Json) != endpoint.formats.end(); }

}  // namespace

Result<Discovery> parse_discovery(Format format, const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonValue message, parse_message(format, body, where));
  MessageReader reader(std::move(message), where);
  Discovery discovery{reader.optional_text("contact"), reader.optional_text("key_service"), {}};
  for (MessageReader given : reader.items_of("endpoints")) {
    Endpoint endpoint;
    endpoint.specification = given.optional_text("specification");
    endpoint.url = given.required_text("url");
    endpoint.is_production = given.optional_text("type") == "production";
    for (MessageReader& type : given.items_of("formats")) {
      const std::string name = type.as_text();
      if (name == "application/json") endpoint.formats.push_back(Format::Json);
      if (name == "text/xml" || name == "application/xml") endpoint.formats.push_back(Format::Xml);
    }
    // Paths begin with the slash.
    while (!endpoint.url.empty() && endpoint.url.back() == '/') endpoint.url.pop_back();
    discovery.endpoints.push_back(std::move(endpoint));
  }
  TRY(reader.finish());
  return discovery;
}

Result<Endpoint> choose_endpoint(const Discovery& discovery, const std::string& where) {
  const Endpoint* best = nullptr;
  for (const Endpoint& endpoint : discovery.endpoints) {
    const bool fits = endpoint.is_production && is_georeport(endpoint.specification) && endpoint.url.rfind("https://", 0) == 0;
    if (fits && (best == nullptr || (has_json(endpoint) && !has_json(*best)))) best = &endpoint;
  }
  if (best == nullptr) return Error{ErrorKind::NotSupported, where, "no production endpoint of GeoReport v2 over https", NextStep::ContactOffice};
  return *best;
}

Result<std::vector<ServiceType>> parse_service_types(Format format, const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonValue message, parse_message(format, body, where));
  MessageReader reader(std::move(message), where);
  std::vector<ServiceType> types;
  for (MessageReader given : reader.items()) {
    ServiceType type;
    type.code = given.required_text("service_code");
    type.name = given.required_text("service_name");
    type.description = given.optional_text("description");
    type.group = given.optional_text("group");
    type.keywords = keywords_from(given.optional_text("keywords"));
    type.has_definition = given.flag_or("metadata", false);
    const std::string delivery = given.optional_text("type");
    if (delivery == "batch") type.delivery = Delivery::Batch;
    if (delivery == "blackbox") type.delivery = Delivery::Blackbox;
    types.push_back(std::move(type));
  }
  TRY(reader.finish());
  return types;
}

Result<ServiceDefinition> parse_service_definition(Format format, const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonValue message, parse_message(format, body, where));
  MessageReader reader(std::move(message), where);
  ServiceDefinition definition;
  // Some servers put the one definition into a list.
  for (MessageReader given : reader.items()) {
    definition.service_code = given.required_text("service_code");
    for (MessageReader attribute : given.items_of("attributes")) definition.attributes.push_back(read_attribute(attribute));
    break;
  }
  if (definition.service_code.empty()) reader.report("", "no definition");
  TRY(reader.finish());
  std::stable_sort(definition.attributes.begin(), definition.attributes.end(), [](const Attribute& a, const Attribute& b) { return a.order < b.order; });
  return definition;
}

}  // namespace stadttor::protocols::open311
