// GET /offices-and-services/: where which services can be booked, together or alone.
#include <algorithm>

#include "programs/city/zms/desk_json.h"
#include "programs/city/zms/wanted_visit.h"

namespace stadttor::city_server::zms {

namespace {

OrderedJson office_json(const Office& office) {
  OrderedJson scope = scope_json(office);
  const OrderedJson& contact = scope["provider"]["contact"];
  OrderedJson address = {{"house_number", contact["streetNumber"]}, {"city", contact["city"]}, {"postal_code", contact["postalCode"]}, {"street", contact["street"]},
                         {"hint", office.addition.empty() ? OrderedJson(false) : OrderedJson(office.addition)}};
  return {{"id", office.id},
          {"name", office.name},
          {"address", std::move(address)},
          {"showAlternativeLocations", true},
          {"displayNameAlternatives", OrderedJson::array()},
          {"organization", nullptr},
          {"organizationUnit", nullptr},
          {"slotTimeInMinutes", office.slot_minutes},
          {"geo", {{"lat", office.latitude}, {"lon", office.longitude}}},
          {"disabledByServices", OrderedJson::array()},
          {"priority", 1},
          {"scope", std::move(scope)},
          {"slotsPerAppointment", office.slots_per_appointment == 0 ? OrderedJson(nullptr) : OrderedJson(std::to_string(office.slots_per_appointment))},
          {"parentId", nullptr},
          {"allowDisabledServicesMix", nullptr},
          {"sharedBookingOfficeIds", nullptr}};
}

std::vector<std::int64_t> offices_with_both(const BookingPlan& plan, const Service& a, const Service& b) {
  std::vector<std::int64_t> ids;
  for (const Office& office : plan.offices) {
    if (office.find_service(a.id) != nullptr && office.find_service(b.id) != nullptr) ids.push_back(office.id);
  }
  return ids;
}

// {"1": {"2103": [1101]}}, in the order of the services; an empty one is written [].
OrderedJson combinable_json(const BookingPlan& plan, const Service& service) {
  OrderedJson json = OrderedJson::array();
  int order = 0;
  for (const Service& other : plan.services) {
    if (other.id == service.id || !can_be_combined(service, other)) continue;
    const std::vector<std::int64_t> offices = offices_with_both(plan, service, other);
    if (offices.empty()) continue;
    if (order == 0) json = OrderedJson::object();
    json[std::to_string(++order)] = {{std::to_string(other.id), offices}};
  }
  return json;
}

OrderedJson service_json(const BookingPlan& plan, const Service& service) {
  return {{"id", service.id}, {"name", service.name},    {"maxQuantity", service.most}, {"combinable", combinable_json(plan, service)}, {"public", true},
          {"parentId", nullptr}, {"variantId", nullptr}, {"rootParentId", service.id},  {"showOnStartPage", true}};
}

struct Filter {
  std::int64_t office_id = 0;  // 0: all
  std::int64_t service_id = 0;

  bool takes(const Office& office) const { return (office_id == 0 || office.id == office_id) && (service_id == 0 || office.find_service(service_id) != nullptr); }
  bool takes(const OfferedService& offered) const { return service_id == 0 || offered.id == service_id; }
};

Result<Answer> offices_answer(AppointmentDesk& desk, const AskedCall& asked) {
  const std::string_view office_text = value_of(asked.request.query, "locationId");
  const std::string_view service_text = value_of(asked.request.query, "serviceId");
  Errors errors;
  if (!office_text.empty() && !find_id(office_text)) errors.push_back(ErrorCode::InvalidOfficeId);
  if (!service_text.empty() && !find_id(service_text)) errors.push_back(ErrorCode::InvalidServiceId);
  if (!errors.empty()) return error_answer(errors);
  const Filter filter{find_id(office_text).value_or(0), find_id(service_text).value_or(0)};
  if (filter.office_id > 0 && desk.plan.find_office(filter.office_id) == nullptr) return error_answer({ErrorCode::ProviderNotFound});
  if (filter.service_id > 0 && desk.plan.find_service(filter.service_id) == nullptr) return error_answer({ErrorCode::RequestNotFound});
  OrderedJson json = {{"offices", OrderedJson::array()}, {"services", OrderedJson::array()}, {"relations", OrderedJson::array()}};
  std::vector<std::int64_t> services;
  for (const Office& office : desk.plan.offices) {
    if (!filter.takes(office)) continue;
    json["offices"].push_back(office_json(office));
    for (const OfferedService& offered : office.services) {
      if (!filter.takes(offered)) continue;
      services.push_back(offered.id);
      json["relations"].push_back({{"officeId", office.id}, {"serviceId", offered.id}, {"slots", offered.slots}, {"public", true},
                                   {"maxQuantity", offered.most == 0 ? OrderedJson(nullptr) : OrderedJson(offered.most)}});
    }
  }
  for (const Service& service : desk.plan.services) {
    if (std::find(services.begin(), services.end(), service.id) != services.end()) json["services"].push_back(service_json(desk.plan, service));
  }
  return json_answer(text_of(json));
}

}  // namespace

std::vector<DeskRoute> office_routes() { return {{"GET", "/offices-and-services/", offices_answer}}; }

}  // namespace stadttor::city_server::zms
