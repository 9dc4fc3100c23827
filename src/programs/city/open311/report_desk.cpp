#include "programs/city/open311/report_desk.h"

#include "programs/city/database/statement.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr const char* kColumns =
    "SELECT number, service_code, stage, is_published, note, agency, description, description_released, photo, photo_released, address, latitude, "
    "longitude, attributes, requested_at, updated_at, expected_at, duplicate_of, EXISTS (SELECT 1 FROM report_contact WHERE report_contact.number = report.number) "
    "FROM report ";
constexpr const char* kWaits = "((description <> '' AND NOT description_released) OR (photo <> '' AND NOT photo_released) OR NOT is_published)";
constexpr std::int64_t kNearMillionths = 500;  // some 50 metres to the north, fewer to the east
constexpr std::int64_t kNearSeconds = 90LL * 24 * 60 * 60;

KeptReport report_of(const Statement& row) {
  KeptReport report;
  report.number = row.number(0);
  report.service_code = row.text(1);
  report.stage = static_cast<Stage>(row.number(2));
  report.is_published = row.number(3) != 0;
  report.note = row.text(4);
  report.agency = row.text(5);
  report.description = Personal<std::string>(row.text(6));
  report.is_description_released = row.number(7) != 0;
  report.photo = row.text(8);
  report.is_photo_released = row.number(9) != 0;
  report.address = row.text(10);
  report.position = position_from_millionths(row.number(11), row.number(12));
  report.answers = answers_from_text(row.text(13));
  report.requested_at = row.number(14);
  report.updated_at = row.number(15);
  report.expected_at = row.number(16);
  report.duplicate_of = row.number(17);
  report.has_contact = row.number(18) != 0;
  return report;
}

Result<std::vector<KeptReport>> all_of(Statement& query) {
  std::vector<KeptReport> reports;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return reports;
    reports.push_back(report_of(query));
  }
}

// Numbers 1 and 2 are the report and the moment; the value is 3.
template <class Value>
Outcome update(Connection& connection, const char* sql, std::int64_t number, std::int64_t now, const Value& value) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement statement, Statement::prepare(connection.handle(), sql));
  return statement.bind(1, number).bind(2, now).bind(3, value).run();
}

}  // namespace

Result<std::vector<KeptReport>> read_kept_reports(Connection& connection, const DeskQuery& query) {
  std::string sql = std::string(kColumns) + "WHERE (?1 = 0 OR number < ?1) AND (?2 < 0 OR stage = ?2) AND (?3 = '' OR service_code = ?3)";
  if (query.waits_for_release) sql.append(" AND ").append(kWaits);
  sql.append(" ORDER BY number DESC LIMIT ?4");
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement statement, Statement::prepare(connection.handle(), sql));
  statement.bind(1, query.before).bind(2, query.stage ? static_cast<std::int64_t>(*query.stage) : std::int64_t{-1});
  statement.bind(3, query.service_code).bind(4, std::int64_t{query.limit});
  return all_of(statement);
}

Result<std::optional<KeptReport>> find_kept_report(Connection& connection, std::int64_t number) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), std::string(kColumns) + "WHERE number = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, number).step());
  if (row == Row::NoMore) return std::optional<KeptReport>();
  return std::optional<KeptReport>(report_of(query));
}

Result<std::vector<ReportNote>> read_all_notes(Connection& connection, std::int64_t number) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT at, stage, note FROM report_note WHERE number = ?1 ORDER BY sequence"));
  query.bind(1, number);
  std::vector<ReportNote> notes;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return notes;
    notes.push_back({query.number(0), static_cast<Stage>(query.number(1)), query.text(2)});
  }
}

Result<ReportContact> read_contact(Connection& connection, std::int64_t number) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT first_name, last_name, email, phone FROM report_contact WHERE number = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, number).step());
  if (row == Row::NoMore) return ReportContact{};
  return ReportContact{Personal<std::string>(query.text(0)), Personal<std::string>(query.text(1)), Personal<std::string>(query.text(2)), Personal<std::string>(query.text(3))};
}

Result<std::optional<ReportPhoto>> find_photo(Connection& connection, std::int64_t number) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT media_type, bytes FROM report JOIN report_photo ON name = photo WHERE report.number = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, number).step());
  if (row == Row::NoMore) return std::optional<ReportPhoto>();
  return std::optional<ReportPhoto>(ReportPhoto{query.text(0), query.bytes(1)});
}

Result<std::vector<KeptReport>> read_near_reports(Connection& connection, const KeptReport& report) {
  if (!report.position) return std::vector<KeptReport>();
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), std::string(kColumns) + R"(WHERE service_code = ?1 AND requested_at BETWEEN ?2 AND ?3 AND number <> ?4
      AND latitude BETWEEN ?5 - ?7 AND ?5 + ?7 AND longitude BETWEEN ?6 - ?7 AND ?6 + ?7 ORDER BY requested_at DESC, number DESC LIMIT 5)"));
  query.bind(1, report.service_code).bind(2, report.requested_at - kNearSeconds).bind(3, report.requested_at).bind(4, report.number);
  query.bind(5, millionths_of(report.position->latitude)).bind(6, millionths_of(report.position->longitude)).bind(7, kNearMillionths);
  return all_of(query);
}

Outcome release(Connection& connection, std::int64_t number, ReportPart part, Release release, std::int64_t now) {
  const std::int64_t value = release == Release::Public ? 1 : 0;
  switch (part) {
    case ReportPart::Whole: return update(connection, "UPDATE report SET is_published = ?3, updated_at = ?2 WHERE number = ?1", number, now, value);
    case ReportPart::Description: return update(connection, "UPDATE report SET description_released = ?3, updated_at = ?2 WHERE number = ?1", number, now, value);
    case ReportPart::Photo: return update(connection, "UPDATE report SET photo_released = ?3, updated_at = ?2 WHERE number = ?1", number, now, value);
  }
  return Done{};
}

Outcome change_stage(Connection& connection, std::int64_t number, Stage stage, const std::string& note, std::int64_t now) {
  const auto lock = connection.locked();
  return connection.transact([&]() -> Outcome {
    TRY_ASSIGN(Statement history, Statement::prepare(connection.handle(), "INSERT INTO report_note (number, at, stage, note) VALUES (?1, ?2, ?3, ?4)"));
    TRY(history.bind(1, number).bind(2, now).bind(3, static_cast<std::int64_t>(stage)).bind(4, note).run());
    TRY_ASSIGN(Statement statement, Statement::prepare(connection.handle(), "UPDATE report SET stage = ?3, note = ?4, updated_at = ?2 WHERE number = ?1"));
    return statement.bind(1, number).bind(2, now).bind(3, static_cast<std::int64_t>(stage)).bind(4, note).run();
  });
}

Outcome mark_duplicate(Connection& connection, std::int64_t number, std::int64_t original, std::int64_t now) {
  if (original == number) return Error{ErrorKind::MalformedData, "duplicate_of", "a report cannot be the same as itself", NextStep::CorrectInput};
  if (original != 0) {
    TRY_ASSIGN(const std::optional<KeptReport> other, find_kept_report(connection, original));
    if (!other) return Error{ErrorKind::NotFound, "duplicate_of", "no report has this number", NextStep::CorrectInput};
    // Or two reports would each be the other, and nobody would see to either.
    if (other->duplicate_of == number) return Error{ErrorKind::MalformedData, "duplicate_of", "that one is marked as this one", NextStep::CorrectInput};
  }
  return update(connection, "UPDATE report SET duplicate_of = ?3, updated_at = ?2 WHERE number = ?1", number, now, original);
}

Outcome assign_agency(Connection& connection, std::int64_t number, const std::string& agency, std::int64_t now) {
  return update(connection, "UPDATE report SET agency = ?3, updated_at = ?2 WHERE number = ?1", number, now, agency);
}

}  // namespace stadttor::city_server::open311
