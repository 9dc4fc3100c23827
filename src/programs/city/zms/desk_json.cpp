#include "programs/city/zms/desk_json.h"

#include <array>

namespace stadttor::city_server::zms {

namespace {

OrderedJson null_if_empty(const std::string& text) { return text.empty() ? OrderedJson(nullptr) : OrderedJson(text); }

OrderedJson null_if_zero(int number) { return number == 0 ? OrderedJson(nullptr) : OrderedJson(number); }

const char* name_of(Status status) {
  switch (status) {
    case Status::Reserved: return "reserved";
    case Status::Preconfirmed: return "preconfirmed";
    case Status::Confirmed: return "confirmed";
    case Status::Deleted: return "deleted";
    case Status::Anonymized: return "anonymized";
  }
  return "deleted";
}

// "Orleansstraße 50": the number is what stands behind the last blank.
std::pair<std::string, std::string> street_and_number(const std::string& line) {
  const std::size_t blank = line.rfind(' ');
  return blank == std::string::npos ? std::pair(line, std::string()) : std::pair(line.substr(0, blank), line.substr(blank + 1));
}

// "12344 Musterstadt"
std::pair<std::string, std::string> code_and_town(const std::string& line) {
  const std::size_t blank = line.find(' ');
  return blank == std::string::npos ? std::pair(std::string(), line) : std::pair(line.substr(0, blank), line.substr(blank + 1));
}

OrderedJson provider_json(const Office& office) {
  const auto street = street_and_number(office.street);
  const auto town = code_and_town(office.town);
  OrderedJson contact = {{"city", town.second}, {"country", "Germany"}, {"name", office.name}, {"postalCode", town.first}, {"region", town.second}, {"street", street.first}, {"streetNumber", street.second}};
  return {{"id", office.id},           {"name", office.name},           {"displayName", office.short_name}, {"lat", office.latitude},
          {"lon", office.longitude},   {"source", "stadttor"},          {"contact", std::move(contact)}};
}

void add_further_field(OrderedJson& scope, const Office& office, std::size_t at, const std::string& name) {
  const bool is_asked = at < office.further_fields.size();
  scope[name + "Activated"] = is_asked;
  scope[name + "Required"] = is_asked && office.further_fields[at].is_required;
  scope[name + "Label"] = is_asked ? office.further_fields[at].label : "";
}

const std::string& name_of_service(const BookingPlan& plan, std::int64_t id) {
  static const std::string kUnknown;
  const Service* service = plan.find_service(id);
  return service == nullptr ? kUnknown : service->name;
}

}  // namespace

std::string text_of(const OrderedJson& json) { return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace); }

OrderedJson scope_json(const Office& office) {
  OrderedJson scope = {{"id", office.id},
                       {"provider", provider_json(office)},
                       {"shortName", office.short_name},
                       {"emailFrom", office.sender},
                       {"emailRequired", office.email == Asked::Required},
                       {"telephoneActivated", office.telephone != Asked::None},
                       {"telephoneRequired", office.telephone == Asked::Required}};
  add_further_field(scope, office, 0, "customTextfield");
  add_further_field(scope, office, 1, "customTextfield2");
  scope["captchaActivatedRequired"] = office.is_captcha_required;
  scope["infoForAppointment"] = null_if_empty(office.information);
  scope["infoForAllAppointments"] = nullptr;
  scope["slotsPerAppointment"] = null_if_zero(office.slots_per_appointment);
  scope["appointmentsPerMail"] = null_if_zero(office.appointments_per_mail);
  scope["whitelistedMails"] = nullptr;
  scope["reservationDuration"] = office.reservation_minutes;
  scope["activationDuration"] = null_if_zero(office.activation_minutes);
  scope["hint"] = null_if_empty(office.hint);
  return scope;
}

OrderedJson process_json(const BookingPlan& plan, const AppointmentRecord& appointment, const ProcessDetails& details) {
  const Office* office = plan.find_office(appointment.office_id);
  OrderedJson json = {{"processId", appointment.process_id},
                      {"timestamp", std::to_string(appointment.place.time.begins)},
                      {"authKey", details.auth_key},
                      {"familyName", appointment.booker.family_name},
                      {"customTextfield", appointment.booker.further},
                      {"customTextfield2", appointment.booker.second_further},
                      {"email", appointment.booker.email},
                      {"telephone", appointment.booker.telephone},
                      {"officeName", office == nullptr ? OrderedJson(nullptr) : OrderedJson(office->name)},
                      {"officeId", appointment.office_id},
                      {"status", name_of(appointment.status)},
                      {"scope", office == nullptr ? OrderedJson(nullptr) : scope_json(*office)},
                      {"subRequestCounts", OrderedJson::array()}};
  if (!details.captcha_token.empty()) json["captchaToken"] = details.captcha_token;
  for (std::size_t i = 1; i < appointment.services.size(); ++i) {
    const WantedService& other = appointment.services[i];
    json["subRequestCounts"].push_back({{"id", other.id}, {"name", name_of_service(plan, other.id)}, {"count", other.count}});
  }
  const WantedService first = appointment.services.empty() ? WantedService{0, 0} : appointment.services.front();
  json["serviceId"] = first.id;
  json["serviceName"] = name_of_service(plan, first.id);
  json["serviceCount"] = first.count;
  json["slotCount"] = appointment.slots;
  json["displayNumber"] = appointment.number;
  json["icsContent"] = null_if_empty(details.calendar_file);
  return json;
}

}  // namespace stadttor::city_server::zms
