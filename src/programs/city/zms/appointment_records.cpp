#include "programs/city/zms/appointment_records.h"

#include <cstdlib>

#include "programs/city/database/statement.h"

namespace stadttor::city_server::zms {

namespace {

// "2101:2,2103:1"
std::string text_from_services(const std::vector<WantedService>& services) {
  std::string text;
  for (const WantedService& wanted : services) text.append(text.empty() ? "" : ",").append(std::to_string(wanted.id)).append(":").append(std::to_string(wanted.count));
  return text;
}

std::vector<WantedService> services_from_text(const std::string& text) {
  std::vector<WantedService> services;
  const char* at = text.c_str();
  while (*at != '\0') {
    char* end = nullptr;
    const std::int64_t id = std::strtoll(at, &end, 10);
    if (*end != ':') break;
    services.push_back({id, static_cast<int>(std::strtol(end + 1, &end, 10))});
    at = *end == ',' ? end + 1 : end;
  }
  return services;
}

constexpr const char* kColumns = R"(process_id, key_hash, office_id, counter, begins_at, ends_at, services, slots, status, status_until, ending, number,
  family_name, email, telephone, further, second_further)";

AppointmentRecord record_in(const Statement& row) {
  AppointmentRecord record;
  record.process_id = row.number(0);
  record.key_hash = row.text(1);
  record.office_id = row.number(2);
  record.place = {row.text(3), {row.number(4), row.number(5)}};
  record.services = services_from_text(row.text(6));
  record.slots = static_cast<int>(row.number(7));
  record.status = static_cast<Status>(row.number(8));
  record.status_until = row.number(9);
  record.ending = static_cast<Ending>(row.number(10));
  record.number = row.text(11);
  record.booker = {row.text(12), row.text(13), row.text(14), row.text(15), row.text(16)};
  return record;
}

Result<std::int64_t> counted(Statement& query) {
  TRY_ASSIGN(const Row row, query.step());
  return row == Row::Present ? query.number(0) : 0;
}

}  // namespace

Result<std::int64_t> insert_appointment(Connection& connection, const AppointmentRecord& appointment, Moment now) {
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO appointment (key_hash, office_id, counter, begins_at, ends_at, services, slots, status, status_until, changed_at, number)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) RETURNING process_id)"));
  insertion.bind(1, appointment.key_hash).bind(2, appointment.office_id).bind(3, appointment.place.counter);
  insertion.bind(4, appointment.place.time.begins).bind(5, appointment.place.time.ends).bind(6, text_from_services(appointment.services));
  insertion.bind(7, std::int64_t{appointment.slots}).bind(8, static_cast<std::int64_t>(appointment.status)).bind(9, appointment.status_until);
  TRY_ASSIGN(const Row row, insertion.bind(10, now).bind(11, appointment.number).step());
  const std::int64_t process_id = row == Row::Present ? insertion.number(0) : 0;
  TRY(insertion.run());
  return process_id;
}

Result<std::optional<AppointmentRecord>> find_appointment(Connection& connection, std::int64_t process_id) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), std::string("SELECT ") + kColumns + " FROM appointment WHERE process_id = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, process_id).step());
  if (row == Row::NoMore) return std::optional<AppointmentRecord>();
  return std::optional<AppointmentRecord>(record_in(query));
}

Outcome store_booker(Connection& connection, std::int64_t process_id, const Booker& booker) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), R"(
    UPDATE appointment SET family_name = ?2, email = ?3, telephone = ?4, further = ?5, second_further = ?6 WHERE process_id = ?1)"));
  update.bind(1, process_id).bind(2, booker.family_name).bind(3, booker.email).bind(4, booker.telephone);
  return update.bind(5, booker.further).bind(6, booker.second_further).run();
}

Outcome store_status(Connection& connection, const AppointmentRecord& appointment, Moment now) {
  TRY_ASSIGN(Statement update, Statement::prepare(connection.handle(), R"(
    UPDATE appointment SET status = ?2, status_until = ?3, ending = ?4, changed_at = ?5 WHERE process_id = ?1)"));
  update.bind(1, appointment.process_id).bind(2, static_cast<std::int64_t>(appointment.status)).bind(3, appointment.status_until);
  return update.bind(4, static_cast<std::int64_t>(appointment.ending)).bind(5, now).run();
}

Outcome erase_booker(Connection& connection, std::int64_t process_id) { return store_booker(connection, process_id, {}); }

Result<std::vector<TakenTime>> taken_times(Connection& connection, std::int64_t office_id, const Stretch& stretch) {
  // A visit lasts a day at most, so the index finds what reaches into the stretch.
  constexpr Moment kLongest = 86'400;
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT counter, begins_at, ends_at FROM appointment
    WHERE office_id = ?1 AND begins_at BETWEEN ?2 - ?4 AND ?3 AND begins_at < ?3 AND ends_at > ?2 AND status <= 2
    ORDER BY begins_at)"));
  query.bind(1, office_id).bind(2, stretch.begins).bind(3, stretch.ends).bind(4, kLongest);
  std::vector<TakenTime> taken;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return taken;
    taken.push_back({query.text(0), {query.number(1), query.number(2)}});
  }
}

Result<std::int64_t> count_with_email(Connection& connection, std::int64_t office_id, std::string_view email, std::int64_t but, Moment now) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT count(*) FROM appointment WHERE office_id = ?1 AND email = ?2 COLLATE NOCASE AND process_id <> ?3 AND ends_at > ?4 AND status <= 2)"));
  query.bind(1, office_id).bind(2, email).bind(3, but).bind(4, now);
  return counted(query);
}

Result<std::int64_t> count_given(Connection& connection, std::int64_t office_id, const Stretch& stretch) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT count(*) FROM appointment WHERE office_id = ?1 AND begins_at >= ?2 AND begins_at < ?3"));
  query.bind(1, office_id).bind(2, stretch.begins).bind(3, stretch.ends);
  return counted(query);
}

}  // namespace stadttor::city_server::zms
