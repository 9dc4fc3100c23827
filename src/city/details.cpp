#include "city/details.h"

namespace stadttor::city {

Result<ServiceDetails> read_service_details(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  ServiceDetails service;
  service.id = root.required_text("id");
  service.language = root.optional_text("lang");
  service.leika = root.optional_text("leika");
  service.description = read_text_blocks(root.member("description"));
  service.who = read_text_blocks(root.member("who"));
  service.online = read_text_blocks(root.member("online"));
  service.prerequisites = root.texts("prerequisites");
  service.documents = root.texts("documents");
  service.steps = root.texts("steps");
  root.each("costs", [&](JsonReader cost) { service.costs.push_back({cost.required_text("label"), cost.required_text("amount")}); });
  service.deadline = root.optional_text("deadline");
  service.duration = root.optional_text("duration");
  root.each("legal_basis", [&](JsonReader basis) {
    service.legal_basis.push_back({basis.required_text("name"), basis.optional_text("url")});
  });
  service.offices = root.texts("offices");
  service.is_about_defects = root.flag_or("defects", false);
  service.related = root.texts("related");
  TRY(document.finish());
  return service;
}

Result<OfficeDetails> read_office_details(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  OfficeDetails office;
  office.id = root.required_text("id");
  office.language = root.optional_text("lang");
  office.description = read_text_blocks(root.member("description"));
  office.accessibility = read_text_blocks(root.member("accessibility"));
  office.directions = read_text_blocks(root.member("directions"));
  office.services = root.texts("services");
  TRY(document.finish());
  return office;
}

Result<AboutDetails> read_about_details(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  AboutDetails page;
  page.id = root.required_text("id");
  page.language = root.optional_text("lang");
  page.body = read_text_blocks(root.member("body"));
  TRY(document.finish());
  return page;
}

Result<WhatsOn> read_whats_on(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader root = document.root();
  WhatsOn whats_on;
  const auto read_date = [](JsonReader place) {
    const auto date = parse_date(place.required_text("date"));
    if (!date) place.report("date", "expected a date such as 2026-12-24");
    return date.value_or(Date{});
  };
  root.each("events", [&](JsonReader place) {
    Event event;
    event.id = place.required_text("id");
    event.title = place.required_text("title");
    event.summary = place.optional_text("summary");
    event.place = place.optional_text("place");
    event.language = place.optional_text("lang");
    event.date = read_date(place);
    event.from = place.optional_text("from");
    event.to = place.optional_text("to");
    event.description = read_text_blocks(place.member("description"));
    whats_on.events.push_back(std::move(event));
  });
  root.each("notices", [&](JsonReader place) {
    whats_on.notices.push_back({place.required_text("id"), place.required_text("title"), place.optional_text("summary"),
                                place.optional_text("lang"), read_date(place)});
  });
  TRY(document.finish());
  return whats_on;
}

}  // namespace stadttor::city
