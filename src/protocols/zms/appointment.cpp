#include "protocols/zms/appointment.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "protocols/zms/lenient_reading.h"

namespace stadttor::protocols::zms {

namespace {

AppointmentStatus status_from(const std::string& text) {
  if (text == "reserved") return AppointmentStatus::Reserved;
  if (text == "preconfirmed") return AppointmentStatus::Preconfirmed;
  if (text == "confirmed") return AppointmentStatus::Confirmed;
  if (text == "deleted" || text == "free" || text == "blocked") return AppointmentStatus::Deleted;
  constexpr std::string_view kInOffice[] = {"queued", "called", "processing", "pending", "finished", "missed", "parked", "archived", "anonymized", "conflict"};
  return std::find(std::begin(kInOffice), std::end(kInOffice), text) == std::end(kInOffice) ? AppointmentStatus::Unknown : AppointmentStatus::InOffice;
}

Personal<std::string> read_personal(const JsonValue& json, const char* name) { return Personal<std::string>(read_text(json, name)); }

int count_from(const JsonValue& json, const char* name) { return static_cast<int>(std::clamp<std::int64_t>(read_whole(json, name), 0, 1000)); }

void write_access(JsonWriter& json, const AppointmentAccess& access) {
  json.begin_object().member("processId", std::to_string(access.process_id));
  json.member("authKey", access.auth_key.reveal<"the key to an appointment goes to the office that gave it">());
}

}  // namespace

Result<Appointment> parse_appointment(const std::string& body, const std::string& where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, where));
  const JsonValue json = document.root().as_value();
  Appointment appointment;
  appointment.access = {read_whole(json, "processId"), read_personal(json, "authKey")};
  if (appointment.access.process_id <= 0 || appointment.access.auth_key.is_empty()) {
    return Error{ErrorKind::MalformedData, where, "an appointment without number or key", NextStep::TryAgain};
  }
  appointment.status = status_from(read_text(json, "status"));
  appointment.begins = read_whole(json, "timestamp");
  appointment.person = {read_personal(json, "familyName"), read_personal(json, "email"), read_personal(json, "telephone"), read_personal(json, "customTextfield"),
                        read_personal(json, "customTextfield2")};
  appointment.office_id = read_whole(json, "officeId");
  appointment.office_name = read_text(json, "officeName");
  appointment.rules = rules_from_scope(read_member(json, "scope"));
  appointment.service_name = read_text(json, "serviceName");
  if (const std::int64_t service = read_whole(json, "serviceId"); service > 0) appointment.services.push_back({service, std::max(1, count_from(json, "serviceCount"))});
  for (const JsonValue& other : read_items(json, "subRequestCounts")) {
    if (const std::int64_t service = read_whole(other, "id"); service > 0) appointment.services.push_back({service, std::max(1, count_from(other, "count"))});
  }
  appointment.number = read_text(json, "displayNumber");
  appointment.captcha_token = read_text(json, "captchaToken");
  appointment.calendar_file = read_personal(json, "icsContent");
  return appointment;
}

std::string body_from_reservation(const Reservation& reservation) {
  JsonWriter json;
  json.begin_object().member("timestamp", std::to_string(reservation.slot)).name("officeId").number(reservation.office_id);
  json.name("serviceId").begin_list();
  for (const WantedService& service : reservation.services) json.text(std::to_string(service.service_id));
  json.end_list().name("serviceCount").begin_list();
  for (const WantedService& service : reservation.services) json.number(service.count);
  json.end_list().optional_member("captchaToken", reservation.captcha_token);
  return json.end_object().take();
}

Personal<std::string> body_from_access(const AppointmentAccess& access) {
  JsonWriter json;
  write_access(json, access);
  return Personal<std::string>(json.end_object().take());
}

Personal<std::string> body_from_person(const AppointmentAccess& access, const Person& person) {
  JsonWriter json;
  write_access(json, access);
  json.member("familyName", person.family_name.reveal<"the office that keeps the appointment calls this name">());
  json.optional_member("email", person.email.reveal<"sent where the office asks for it">());
  json.optional_member("telephone", person.telephone.reveal<"sent where the office asks for it">());
  json.optional_member("customTextfield", person.custom_text.reveal<"sent where the office asks for it">());
  json.optional_member("customTextfield2", person.second_custom_text.reveal<"sent where the office asks for it">());
  return Personal<std::string>(json.end_object().take());
}

}  // namespace stadttor::protocols::zms
