#include "protocols/zms/offices.h"

#include <algorithm>
#include <cstdlib>

#include "foundation/json_reader.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::protocols::zms {

namespace {

constexpr int kMostOfOne = 25;  // what the interface takes as serviceCounts

int small_number(const JsonValue& object, const char* name) { return static_cast<int>(std::clamp<std::int64_t>(read_whole(object, name), 0, 100'000)); }

std::string joined_address(const std::string& street, const std::string& number, const std::string& postal_code, const std::string& city) {
  std::string address = street;
  if (!number.empty()) address.append(" ").append(number);
  if (!postal_code.empty() || !city.empty()) address.append(address.empty() ? "" : ", ").append(postal_code).append(postal_code.empty() ? "" : " ").append(city);
  return address;
}

Office office_from(const JsonValue& json) {
  Office office;
  office.id = read_whole(json, "id");
  office.name = read_text(json, "name");
  const JsonValue& address = read_member(json, "address");
  office.address = joined_address(read_text(address, "street"), read_text(address, "house_number"), read_text(address, "postal_code"), read_text(address, "city"));
  const JsonValue& contact = read_member(read_member(read_member(json, "scope"), "provider"), "contact");
  if (office.address.empty()) {
    office.address = joined_address(read_text(contact, "street"), read_text(contact, "streetNumber"), read_text(contact, "postalCode"), read_text(contact, "city"));
  }
  office.latitude = read_number(read_member(json, "geo"), "lat");
  office.longitude = read_number(read_member(json, "geo"), "lon");
  office.rules = rules_from_scope(read_member(json, "scope"));
  // An office's own number is meant where both have one.
  if (const int slots = small_number(json, "slotsPerAppointment"); slots > 0) office.rules.slots_per_appointment = slots;
  for (const JsonValue& id : read_items(json, "disabledByServices")) office.services_not_alone.push_back(whole_from(id));
  return office;
}

Service service_from(const JsonValue& json) {
  Service service{read_whole(json, "id"), read_text(json, "name"), std::clamp(small_number(json, "maxQuantity"), 1, kMostOfOne), {}};
  // {"1": {"1063424": [10546]}}; an empty one is written [].
  for (const auto& place : read_member(json, "combinable").members()) {
    for (const auto& entry : place.second.members()) {
      std::vector<std::int64_t>& offices = service.combinable[whole_from(JsonValue::text(entry.first))];
      for (const JsonValue& office : entry.second.items()) offices.push_back(whole_from(office));
    }
  }
  return service;
}

const Relation* find_relation(const OfficesAndServices& all, std::int64_t office, std::int64_t service) {
  const auto found = std::find_if(all.relations.begin(), all.relations.end(), [&](const Relation& relation) { return relation.office_id == office && relation.service_id == service; });
  return found == all.relations.end() ? nullptr : &*found;
}

const Service* find_service(const OfficesAndServices& all, std::int64_t id) {
  const auto found = std::find_if(all.services.begin(), all.services.end(), [id](const Service& service) { return service.id == id; });
  return found == all.services.end() ? nullptr : &*found;
}

bool can_be_combined(const Service& service, std::int64_t other, std::int64_t office) {
  const auto found = service.combinable.find(other);
  return found != service.combinable.end() && std::find(found->second.begin(), found->second.end(), office) != found->second.end();
}

bool does_all(const OfficesAndServices& all, const Office& office, const std::vector<WantedService>& wanted) {
  int slots = 0;
  for (const WantedService& one : wanted) {
    const Service* service = find_service(all, one.service_id);
    const Relation* relation = find_relation(all, office.id, one.service_id);
    if (service == nullptr || relation == nullptr || one.count < 1) return false;
    if (one.count > (relation->most > 0 ? std::min(relation->most, kMostOfOne) : service->most)) return false;
    slots += relation->slots * one.count;
    for (const WantedService& other : wanted) {
      if (other.service_id != one.service_id && !can_be_combined(*service, other.service_id, office.id)) return false;
    }
  }
  return office.rules.slots_per_appointment == 0 || slots <= office.rules.slots_per_appointment;
}

}  // namespace

OfficeRules rules_from_scope(const JsonValue& scope) {
  OfficeRules rules;
  rules.is_email_required = read_flag(scope, "emailRequired");
  rules.is_telephone_asked = read_flag(scope, "telephoneActivated");
  // What is not asked cannot be required, whatever stands there.
  rules.is_telephone_required = rules.is_telephone_asked && read_flag(scope, "telephoneRequired");
  rules.is_captcha_required = read_flag(scope, "captchaActivatedRequired");
  if (read_flag(scope, "customTextfieldActivated")) rules.custom_label = read_text(scope, "customTextfieldLabel");
  rules.is_custom_required = !rules.custom_label.empty() && read_flag(scope, "customTextfieldRequired");
  if (read_flag(scope, "customTextfield2Activated")) rules.second_custom_label = read_text(scope, "customTextfield2Label");
  rules.is_second_custom_required = !rules.second_custom_label.empty() && read_flag(scope, "customTextfield2Required");
  rules.information = read_text(scope, "infoForAppointment");
  rules.hint = read_text(scope, "hint");
  rules.reservation_minutes = small_number(scope, "reservationDuration");
  rules.activation_minutes = small_number(scope, "activationDuration");
  rules.slots_per_appointment = small_number(scope, "slotsPerAppointment");
  return rules;
}

Result<OfficesAndServices> parse_offices_and_services(const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, where));
  const JsonValue json = document.root().as_value();
  OfficesAndServices all;
  const char* const kLists[] = {"offices", "services", "relations"};
  for (const char* list : kLists) {
    if (!read_member(json, list).is(JsonKind::List)) return Error{ErrorKind::MalformedData, where + "#/" + list, "expected a list", NextStep::TryAgain};
  }
  for (const JsonValue& office : read_items(json, "offices")) all.offices.push_back(office_from(office));
  for (const JsonValue& service : read_items(json, "services")) all.services.push_back(service_from(service));
  for (const JsonValue& relation : read_items(json, "relations")) {
    const JsonValue* is_public = relation.find("public");
    all.relations.push_back({read_whole(relation, "officeId"), read_whole(relation, "serviceId"), std::max(1, small_number(relation, "slots")),
                             small_number(relation, "maxQuantity"), is_public == nullptr || read_flag(relation, "public")});
  }
  return all;
}

std::vector<std::int64_t> offices_for(const OfficesAndServices& all, const std::vector<WantedService>& wanted) {
  std::vector<std::int64_t> ids;
  if (wanted.empty()) return ids;
  for (const Office& office : all.offices) {
    if (does_all(all, office, wanted)) ids.push_back(office.id);
  }
  return ids;
}

}  // namespace stadttor::protocols::zms
