#include "programs/city/zms/appointment_desk.h"

#include "programs/city/database/statement.h"

namespace stadttor::city_server::zms {

namespace {

struct Due {
  std::int64_t process_id;
  Status status;
};

constexpr std::int64_t number_of(Status status) { return static_cast<std::int64_t>(status); }

Result<std::vector<Due>> find_due(Connection& connection, Moment now) {
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT process_id, status FROM appointment WHERE (status IN (?1, ?2) AND status_until <= ?4) OR (status = ?3 AND ends_at <= ?5))"));
  query.bind(1, number_of(Status::Reserved)).bind(2, number_of(Status::Preconfirmed)).bind(3, number_of(Status::Confirmed));
  query.bind(4, now).bind(5, now - kKeepPersonalSeconds);
  std::vector<Due> due;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return due;
    due.push_back({query.number(0), static_cast<Status>(query.number(1))});
  }
}

Outcome end_one(AppointmentDesk& desk, const Due& due, Moment now) {
  AppointmentRecord ended;
  ended.process_id = due.process_id;
  ended.status = due.status == Status::Confirmed ? Status::Anonymized : Status::Deleted;
  if (due.status == Status::Reserved) ended.ending = Ending::ReservationExpired;
  if (due.status == Status::Preconfirmed) ended.ending = Ending::ActivationExpired;
  TRY(store_status(desk.connection, ended, now));
  TRY(erase_booker(desk.connection, due.process_id));
  if (due.status != Status::Reserved) desk.box.remove(due.process_id);
  return Done{};
}

Outcome remove_old_records(Connection& connection, Moment now) {
  TRY_ASSIGN(Statement removal, Statement::prepare(connection.handle(), "DELETE FROM appointment WHERE status IN (?1, ?2) AND changed_at <= ?3"));
  return removal.bind(1, number_of(Status::Deleted)).bind(2, number_of(Status::Anonymized)).bind(3, now - kKeepRecordSeconds).run();
}

}  // namespace

Answer json_answer(std::string body) {
  Answer answer;
  answer.content_type = "application/json";
  answer.body = std::move(body);
  return answer;
}

Answer error_answer(const Errors& errors) {
  Answer answer = json_answer(protocols::zms::body_from_errors(errors));
  answer.status = protocols::zms::status_of(errors);
  answer.add_header("Content-Language", "de");
  return answer;
}

Outcome end_what_has_run_out(AppointmentDesk& desk) {
  const Moment now = desk.now();
  if (now == desk.swept_at) return Done{};
  TRY_ASSIGN(const std::vector<Due> due, find_due(desk.connection, now));
  const auto ending = [&]() -> Outcome {
    for (const Due& one : due) TRY(end_one(desk, one, now));
    return remove_old_records(desk.connection, now);
  };
  TRY(desk.connection.transact(ending));
  desk.swept_at = now;
  return Done{};
}

}  // namespace stadttor::city_server::zms
