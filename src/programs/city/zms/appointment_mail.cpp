#include "programs/city/zms/appointment_mail.h"

namespace stadttor::city_server::zms {

namespace {

std::string link_to(const AppointmentRecord& appointment, const std::string& key, const std::string& portal) {
  return portal + "/de/termine/meiner#nummer=" + std::to_string(appointment.process_id) + "&schluessel=" + key;
}

std::string date_and_time(const WallClock& clock, Moment moment) {
  const LocalTime local = clock.local_time(moment);
  const std::string date = text_from_date(local.date);
  return date.substr(8, 2) + "." + date.substr(5, 2) + "." + date.substr(0, 4) + ", " + text_from_time_of_day(local.time) + " Uhr";
}

std::string facts_of(const AppointmentDesk& desk, const Office& office, const AppointmentRecord& appointment) {
  std::string text = "  " + office.name + ", " + office.street + ", " + office.town + "\n  " + date_and_time(desk.clock, appointment.place.time.begins) + "\n  Ihre Nummer: " + appointment.number + "\n";
  for (const WantedService& wanted : appointment.services) {
    if (const Service* service = desk.plan.find_service(wanted.id)) text.append("  ").append(std::to_string(wanted.count)).append(" x ").append(service->name).append("\n");
  }
  return text;
}

Mail mail_about(const AppointmentDesk& desk, const AppointmentRecord& appointment, std::string kind, const std::string& subject) {
  const Office* office = desk.plan.find_office(appointment.office_id);
  Mail mail{std::move(kind), office == nullptr ? "" : office->sender, appointment.booker.email, subject, {}};
  mail.text = "Guten Tag " + appointment.booker.family_name + ",\n\n";
  return mail;
}

}  // namespace

Mail confirmation_mail(const AppointmentDesk& desk, const AppointmentRecord& appointment, const std::string& key, const std::string& portal) {
  Mail mail = mail_about(desk, appointment, "bestaetigen", "Bitte bestätigen Sie Ihren Termin");
  const Office* office = desk.plan.find_office(appointment.office_id);
  mail.text += "bitte bestätigen Sie diesen Termin bis " + date_and_time(desk.clock, appointment.status_until) + ". Sonst wird er wieder frei.\n\n";
  if (office != nullptr) mail.text += facts_of(desk, *office, appointment) + "\n";
  mail.text += link_to(appointment, key, portal) + "\n\nMit diesem Link können Sie den Termin auch absagen. Geben Sie ihn nicht weiter.\n";
  return mail;
}

Mail confirmed_mail(const AppointmentDesk& desk, const AppointmentRecord& appointment, const std::string& key, const std::string& portal) {
  Mail mail = mail_about(desk, appointment, "gebucht", "Ihr Termin ist gebucht");
  const Office* office = desk.plan.find_office(appointment.office_id);
  mail.text += "Ihr Termin ist fest gebucht:\n\n";
  if (office != nullptr) mail.text += facts_of(desk, *office, appointment) + (office->information.empty() ? "" : "\n" + office->information + "\n");
  mail.text += "\nAnsehen oder absagen: " + link_to(appointment, key, portal) + "\n";
  return mail;
}

}  // namespace stadttor::city_server::zms
