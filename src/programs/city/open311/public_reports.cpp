// The public's view of reports. Every statement here names the view public_report: what it does not have cannot be told.
#include "programs/city/database/statement.h"
#include "programs/city/open311/report_records.h"

namespace stadttor::city_server::open311 {
namespace {

constexpr const char* kColumns =
    "SELECT number, service_code, stage, note, agency, description, withholds_description, photo, withholds_photo, address, address_id, latitude, "
    "longitude, attributes, requested_at, updated_at, expected_at, duplicate_of FROM public_report WHERE ";

PublicReport report_of(const Statement& row) {
  PublicReport report;
  report.number = row.number(0);
  report.service_code = row.text(1);
  report.stage = static_cast<Stage>(row.number(2));
  report.note = row.text(3);
  report.agency = row.text(4);
  report.description = row.text(5);
  report.withholds_description = row.number(6) != 0;
  report.photo = row.text(7);
  report.withholds_photo = row.number(8) != 0;
  report.address = row.text(9);
  report.address_id = row.text(10);
  report.position = position_from_millionths(row.number(11), row.number(12));
  report.answers = answers_from_text(row.text(13));
  report.requested_at = row.number(14);
  report.updated_at = row.number(15);
  report.expected_at = row.number(16);
  report.duplicate_of = row.number(17);
  return report;
}

// A statement that grows with what is asked for; values are bound, never written into it.
class Conditions {
 public:
  void add(const char* condition, std::int64_t value) {
    join(condition);
    numbers_.push_back({parameter_, value});
  }
  void add_text(const char* condition, const std::string& value) {
    join(condition);
    texts_.push_back({parameter_, value});
  }
  // "column IN (?3, ?4)"
  template <class Value>
  void add_list(const char* column, const std::vector<Value>& values) {
    sql_.append(sql_.empty() ? "" : " AND ").append(column).append(" IN (");
    for (std::size_t at = 0; at < values.size(); ++at) {
      sql_.append(at == 0 ? "?" : ", ?").append(std::to_string(++parameter_));
      keep(values[at]);
    }
    sql_.append(")");
  }
  void add_plainly(const char* condition) { sql_.append(sql_.empty() ? "" : " AND ").append(condition); }

  const std::string& sql() const { return sql_; }
  void bind(Statement& statement) const {
    for (const auto& [parameter, value] : numbers_) statement.bind(parameter, value);
    for (const auto& [parameter, value] : texts_) statement.bind(parameter, value);
  }

 private:
  void join(const char* condition) { sql_.append(sql_.empty() ? "" : " AND ").append(condition).append(" ?").append(std::to_string(++parameter_)); }
  void keep(std::int64_t value) { numbers_.push_back({parameter_, value}); }
  void keep(const std::string& value) { texts_.push_back({parameter_, value}); }

  std::string sql_;
  int parameter_ = 0;
  std::vector<std::pair<int, std::int64_t>> numbers_;
  std::vector<std::pair<int, std::string>> texts_;
};

Conditions conditions_of(const ReportQuery& query) {
  Conditions conditions;
  if (!query.numbers.empty()) {
    conditions.add_list("number", query.numbers);
    return conditions;
  }
  conditions.add("requested_at >=", query.from);
  conditions.add("requested_at <=", query.until);
  if (!query.service_codes.empty()) conditions.add_list("service_code", query.service_codes);
  if (query.is_closed) conditions.add_plainly(*query.is_closed ? "stage IN (2, 3)" : "stage IN (0, 1)");
  if (query.updated_after) conditions.add("updated_at >=", *query.updated_after);
  if (query.updated_before) conditions.add("updated_at <=", *query.updated_before);
  if (!query.agency.empty()) conditions.add_text("agency =", query.agency);
  return conditions;
}

}  // namespace

Result<std::vector<PublicReport>> read_public_reports(Connection& connection, const ReportQuery& query) {
  const Conditions conditions = conditions_of(query);
  const std::string sql = kColumns + conditions.sql() + " ORDER BY requested_at DESC, number DESC LIMIT " + std::to_string(query.limit) + " OFFSET " + std::to_string(query.skipped);
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement statement, Statement::prepare(connection.handle(), sql));
  conditions.bind(statement);
  std::vector<PublicReport> reports;
  while (true) {
    TRY_ASSIGN(const Row row, statement.step());
    if (row == Row::NoMore) return reports;
    reports.push_back(report_of(statement));
  }
}

Result<std::vector<ReportNote>> read_notes(Connection& connection, std::int64_t number) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT at, stage, note FROM report_note WHERE number = (SELECT number FROM public_report WHERE number = ?1) ORDER BY sequence)"));
  query.bind(1, number);
  std::vector<ReportNote> notes;
  while (true) {
    TRY_ASSIGN(const Row row, query.step());
    if (row == Row::NoMore) return notes;
    notes.push_back({query.number(0), static_cast<Stage>(query.number(1)), query.text(2)});
  }
}

Result<std::optional<std::int64_t>> find_number(Connection& connection, const std::string& token) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), "SELECT CASE WHEN is_published THEN number ELSE 0 END FROM report WHERE token = ?1"));
  TRY_ASSIGN(const Row row, query.bind(1, token).step());
  if (row == Row::NoMore) return std::optional<std::int64_t>();
  return std::optional<std::int64_t>(query.number(0));
}

Result<std::optional<ReportPhoto>> find_public_photo(Connection& connection, const std::string& name) {
  const auto lock = connection.locked();
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT media_type, bytes FROM report_photo JOIN public_report USING (number) WHERE name = ?1 AND photo = ?1)"));
  TRY_ASSIGN(const Row row, query.bind(1, name).step());
  if (row == Row::NoMore) return std::optional<ReportPhoto>();
  return std::optional<ReportPhoto>(ReportPhoto{query.text(0), query.bytes(1)});
}

}  // namespace stadttor::city_server::open311
