#include "programs/city/open311/report_message.h"

#include <algorithm>

#include "protocols/open311/date_time.h"

namespace stadttor::city_server::open311 {
namespace {

using Members = std::vector<JsonValue::Member>;

JsonValue text_or_null(const std::string& text) { return text.empty() ? JsonValue() : JsonValue::text(text); }

JsonValue moment(std::int64_t seconds) { return seconds == 0 ? JsonValue() : JsonValue::text(protocols::open311::text_from_instant(seconds * 1000)); }

// What can be chosen is told; what was written freely stays with the clerk, as the description does.
bool is_public(const AttributeDefinition& definition) { return !definition.values.empty() || definition.kind == AttributeKind::Number; }

JsonValue attribute_list(const Reading& reading, const PublicReport& report) {
  std::vector<JsonValue> list;
  const OfferedService* service = reading.catalogue.find(report.service_code);
  for (const ReportAnswer& answer : report.answers) {
    const AttributeDefinition* definition = service == nullptr ? nullptr : find_attribute(*service, answer.code);
    if (definition == nullptr || !is_public(*definition)) continue;
    for (const std::string& value : answer.values) {
      const auto choice = std::find_if(definition->values.begin(), definition->values.end(), [&value](const AttributeChoice& known) { return known.key == value; });
      const std::string words = choice == definition->values.end() ? value : text_in(choice->name, reading.language);
      list.push_back(JsonValue::object({{"label", JsonValue::text(text_in(definition->question, reading.language))},
                                        {"name", JsonValue::text(answer.code)},
                                        {"value", JsonValue::text(words)},
                                        {"code", JsonValue::text(value)}}));
    }
  }
  return JsonValue::list(std::move(list));
}

// CitySDK's detailed_status, and what a reader has to know to understand what is missing.
JsonValue extended_attributes(const PublicReport& report) {
  Members members = {{"detailed_status", JsonValue::text(std::string(detailed_status_of(report.stage)))},
                     {"description_withheld", JsonValue::boolean(report.withholds_description)},
                     {"media_withheld", JsonValue::boolean(report.withholds_photo)}};
  if (report.duplicate_of != 0) members.emplace_back("duplicate_of", JsonValue::text(std::to_string(report.duplicate_of)));
  return JsonValue::object(std::move(members));
}

JsonValue note_list(const PublicReport& report, const std::vector<ReportNote>& notes) {
  std::vector<JsonValue> list = {JsonValue::object({{"datetime", moment(report.requested_at)}, {"description", JsonValue()}, {"type", JsonValue::text("received")}})};
  for (const ReportNote& note : notes) {
    std::string type(detailed_status_of(note.stage));
    std::transform(type.begin(), type.end(), type.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    list.push_back(JsonValue::object({{"datetime", moment(note.at)}, {"description", text_or_null(note.note)}, {"type", JsonValue::text(std::move(type))}}));
  }
  return JsonValue::list(std::move(list));
}

JsonValue attribute_definition(const Reading& reading, const AttributeDefinition& attribute, int order) {
  Members members = {{"variable", JsonValue::boolean(true)},
                     {"code", JsonValue::text(attribute.code)},
                     {"datatype", JsonValue::text(attribute.datatype)},
                     {"required", JsonValue::boolean(attribute.is_required)},
                     {"datatype_description", text_or_null(text_in(attribute.hint, reading.language))},
                     {"order", JsonValue::number(order)},
                     {"description", JsonValue::text(text_in(attribute.question, reading.language))}};
  std::vector<JsonValue> values;
  for (const AttributeChoice& choice : attribute.values) {
    values.push_back(JsonValue::object({{"key", JsonValue::text(choice.key)}, {"name", JsonValue::text(text_in(choice.name, reading.language))}}));
  }
  if (!values.empty()) members.emplace_back("values", JsonValue::list(std::move(values)));
  return JsonValue::object(std::move(members));
}

}  // namespace

JsonValue service_list(const Reading& reading) {
  std::vector<JsonValue> list;
  for (const OfferedService& service : reading.catalogue.services) {
    const auto text = [&reading](const ByLanguage& texts) { return JsonValue::text(text_in(texts, reading.language)); };
    list.push_back(JsonValue::object({{"service_code", JsonValue::text(service.code)},
                                      {"service_name", text(service.name)},
                                      {"description", text(service.description)},
                                      {"metadata", JsonValue::boolean(!service.attributes.empty())},
                                      {"type", JsonValue::text(service.gives_token ? "batch" : "realtime")},
                                      {"keywords", text(service.keywords)},
                                      {"group", text(service.group)}}));
  }
  return JsonValue::list(std::move(list));
}

JsonValue service_definition(const Reading& reading, const OfferedService& service) {
  std::vector<JsonValue> attributes;
  for (const AttributeDefinition& attribute : service.attributes) {
    attributes.push_back(attribute_definition(reading, attribute, static_cast<int>(attributes.size()) + 1));
  }
  return JsonValue::object({{"service_code", JsonValue::text(service.code)}, {"attributes", JsonValue::list(std::move(attributes))}});
}

JsonValue request_message(const Reading& reading, const PublicReport& report, const std::vector<ReportNote>& notes) {
  const OfferedService* service = reading.catalogue.find(report.service_code);
  const bool withholds = report.withholds_description || report.withholds_photo;
  Members members = {
      {"service_request_id", JsonValue::text(std::to_string(report.number))},
      {"status", JsonValue::text(is_closed(report.stage) ? "closed" : "open")},
      {"status_notes", text_or_null(report.note)},
      {"service_name", service == nullptr ? JsonValue() : JsonValue::text(text_in(service->name, reading.language))},
      {"service_code", JsonValue::text(report.service_code)},
      {"description", text_or_null(report.description)},
      {"agency_responsible", text_or_null(report.agency)},
      {"service_notice", text_or_null(withholds ? text_in(reading.catalogue.withheld_notice, reading.language) : std::string())},
      {"requested_datetime", moment(report.requested_at)},
      {"updated_datetime", moment(report.updated_at)},
      {"expected_datetime", moment(report.expected_at)},
      {"address", text_or_null(report.address)},
      {"address_id", text_or_null(report.address_id)},
      {"zipcode", JsonValue()},
      {"lat", report.position ? JsonValue::number(report.position->latitude) : JsonValue()},
      {"long", report.position ? JsonValue::number(report.position->longitude) : JsonValue()},
      {"media_url", text_or_null(report.photo.empty() ? std::string() : reading.base + "/media/" + report.photo)}};
  if (reading.has_extensions) {
    members.emplace_back("attributes", attribute_list(reading, report));
    members.emplace_back("extended_attributes", extended_attributes(report));
    members.emplace_back("notes", note_list(report, notes));
  }
  return JsonValue::object(std::move(members));
}

JsonValue receipt_message(const Reading& reading, const OfferedService& service, const Receipt& receipt) {
  const std::string notice = text_in(reading.catalogue.received_notice, reading.language);
  JsonValue::Member id = service.gives_token ? JsonValue::Member("token", JsonValue::text(receipt.token))
                                                : JsonValue::Member("service_request_id", JsonValue::text(std::to_string(receipt.number)));
  return JsonValue::list({JsonValue::object({std::move(id), {"service_notice", text_or_null(notice)}, {"account_id", JsonValue()}})});
}

}  // namespace stadttor::city_server::open311
