#include "programs/city/database/migrations.h"

#include <array>

#include "programs/city/database/statement.h"
#include "programs/city/utc_time.h"

namespace stadttor::city_server {
namespace {

struct Migration {
  int version;
  const char* sql;
};

constexpr std::array<Migration, 1> kMigrations = {{
    {1, R"(
      CREATE TABLE pack_version (
        pack_id       TEXT NOT NULL,
        version       TEXT NOT NULL,
        imported_at   TEXT NOT NULL,
        problem_count INTEGER NOT NULL CHECK (problem_count >= 0),
        sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
        UNIQUE (pack_id, version)
      ) STRICT;
    )"},
}};

Outcome apply(Connection& connection, const Migration& migration) {
  TRY(connection.execute(migration.sql));
  TRY_ASSIGN(Statement record, Statement::prepare(connection.handle(),
                                                  "INSERT INTO schema_version (version, applied_at) VALUES (?1, ?2)"));
  return record.bind(1, std::int64_t{migration.version}).bind(2, iso_text_now()).run();
}

}  // namespace

int newest_schema_version() { return kMigrations.back().version; }

Result<int> read_schema_version(Connection& connection) {
  TRY_ASSIGN(Statement query,
             Statement::prepare(connection.handle(), "SELECT coalesce(max(version), 0) FROM schema_version"));
  TRY_ASSIGN(const Row row, query.step());
  return row == Row::Present ? static_cast<int>(query.number(0)) : 0;
}

Outcome migrate(Connection& connection, const std::string& where) {
  return connection.transact([&]() -> Outcome {
    TRY(connection.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL) STRICT"));
    TRY_ASSIGN(const int present, read_schema_version(connection));
    if (present > newest_schema_version()) {
      return Error{ErrorKind::NotSupported, where,
                   "was written by a newer city server (schema " + std::to_string(present) + ", this one knows " +
                       std::to_string(newest_schema_version()) +
                       "); start that one, or name another file with --database FILE",
                   NextStep::CorrectInput};
    }
    for (const Migration& migration : kMigrations) {
      if (migration.version > present) TRY(apply(connection, migration));
    }
    return Done{};
  });
}

}  // namespace stadttor::city_server
