#include "kept_data/kept_appointment.h"

#include <algorithm>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"

namespace stadttor::kept_data {

namespace {

struct StateName {
  AppointmentState state;
  std::string_view name;
};
constexpr StateName kStateNames[] = {{AppointmentState::Booking, "booking"},
                                     {AppointmentState::Booked, "booked"},
                                     {AppointmentState::Cancelling, "cancelling"},
                                     {AppointmentState::Cancelled, "cancelled"}};

std::string_view name_of(AppointmentState state) { return kStateNames[static_cast<std::size_t>(state)].name; }

void write_person(JsonWriter& json, const AppointmentPerson& person) {
  json.name("person").begin_object();
  json.optional_member("familyName", person.family_name.reveal<"kept in the vault, to move the appointment with">());
  json.optional_member("email", person.email.reveal<"kept in the vault, to move the appointment with">());
  json.optional_member("telephone", person.telephone.reveal<"kept in the vault, to move the appointment with">());
  json.optional_member("customText", person.custom_text.reveal<"kept in the vault, to move the appointment with">());
  json.optional_member("secondCustomText", person.second_custom_text.reveal<"kept in the vault, to move the appointment with">());
  json.end_object();
}

AppointmentPerson read_person(JsonReader reader) {
  const auto value = [&reader](const char* name) { return Personal<std::string>(reader.optional_text(name)); };
  return {value("familyName"), value("email"), value("telephone"), value("customText"), value("secondCustomText")};
}

}  // namespace

Personal<std::string> json_from_appointment(const Appointment& appointment) {
  JsonWriter json;
  json.begin_object().member("state", name_of(appointment.state)).name("processId").number(appointment.process_id);
  json.member("authKey", appointment.auth_key.reveal<"the key to an appointment is kept in the vault, and nowhere else">());
  json.optional_member("number", appointment.number).name("begins").number(appointment.begins).name("officeId").number(appointment.office_id);
  json.optional_member("office", appointment.office).member("officeName", appointment.office_name).optional_member("hint", appointment.hint);
  json.name("services").begin_list();
  for (const BookedService& service : appointment.services) {
    json.begin_object().name("id").number(service.id).optional_member("service", service.service).member("name", service.name).name("count").number(service.count).end_object();
  }
  json.end_list();
  write_person(json, appointment.person);
  json.name("bookedAt").number(appointment.booked_at).name("ledgerNumber").number(static_cast<std::int64_t>(appointment.ledger_number));
  json.name("watches").flag(appointment.watches).optional_member("replaces", appointment.replaces);
  return Personal<std::string>(json.end_object().take());
}

Result<Appointment> parse_appointment(const Personal<std::string>& json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json.reveal<"an appointment is read to be shown to its citizen">(), "appointment"));
  JsonReader reader = document.root();
  Appointment appointment;
  const std::string state = reader.required_text("state");
  const auto* const known = std::find_if(std::begin(kStateNames), std::end(kStateNames), [&state](const StateName& name) { return name.name == state; });
  if (known == std::end(kStateNames)) reader.report("state", "expected one of this version's states");
  else appointment.state = known->state;
  appointment.process_id = static_cast<std::int64_t>(reader.required_number("processId"));
  appointment.auth_key = Personal<std::string>(reader.required_text("authKey"));
  appointment.number = reader.optional_text("number");
  appointment.begins = static_cast<std::int64_t>(reader.required_number("begins"));
  appointment.office_id = static_cast<std::int64_t>(reader.required_number("officeId"));
  appointment.office = reader.optional_text("office");
  appointment.office_name = reader.required_text("officeName");
  appointment.hint = reader.optional_text("hint");
  reader.each("services", [&appointment](JsonReader service) {
    appointment.services.push_back({static_cast<std::int64_t>(service.required_number("id")), service.optional_text("service"), service.required_text("name"),
                                    static_cast<int>(service.number_or("count", 1))});
  });
  appointment.person = read_person(reader.member("person"));
  appointment.booked_at = static_cast<std::int64_t>(reader.number_or("bookedAt", 0));
  appointment.ledger_number = static_cast<std::uint64_t>(reader.number_or("ledgerNumber", 0));
  appointment.watches = reader.flag_or("watches", false);
  appointment.replaces = reader.optional_text("replaces");
  TRY(document.finish());
  return appointment;
}

}  // namespace stadttor::kept_data
