#include "programs/city/database/connection.h"

#include <sqlite3.h>

#include "programs/city/database/migrations.h"
#include "programs/city/database/statement.h"

namespace stadttor::city_server {
namespace {

constexpr const char* kRemedy = "; move the file away to start with an empty database, or restore it from a backup";

Error refused_file(const std::filesystem::path& file, std::string detail) {
  return Error{ErrorKind::StorageUnreadable, file.string(), std::move(detail), NextStep::CorrectInput};
}

Outcome check_integrity(Connection& connection, const std::filesystem::path& file) {
  Result<Statement> check = Statement::prepare(connection.handle(), "PRAGMA quick_check(1)");
  if (!check.ok()) return refused_file(file, "is not a database of this server (" + check.error().detail + ")" + kRemedy);
  const Result<Row> row = check.value().step();
  if (row.ok() && row.value() == Row::Present && check.value().text(0) == "ok") return Done{};
  return refused_file(file, std::string("is damaged") + kRemedy);
}

}  // namespace

void Connection::Closer::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

Error database_error(sqlite3* handle, std::string where) {
  const int code = sqlite3_errcode(handle) & 0xff;
  const ErrorKind kind = code == SQLITE_FULL ? ErrorKind::StorageFull : ErrorKind::StorageUnreadable;
  return Error{kind, std::move(where), sqlite3_errmsg(handle), NextStep::TryAgain};
}

Result<Connection> Connection::open(const std::filesystem::path& file) { return open(file, city_schema()); }

Result<Connection> Connection::open(const std::filesystem::path& file, const Schema& schema) {
  std::error_code failure;
  if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), failure);

  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle,
                                   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  Connection connection(handle);
  if (code != SQLITE_OK) {
    return refused_file(file, "the database cannot be opened or created; check the folder's owner and rights, or name "
                              "another file with --database FILE");
  }
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 5000);

  TRY(check_integrity(connection, file));
  // FULL, because what was answered with "accepted" must survive the loss of power, not only the end of the process.
  if (const Outcome prepared = connection.execute(
          "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF");
      !prepared.ok()) {
    return refused_file(file, "cannot be written (" + prepared.error().detail + "); check its owner and rights");
  }
  TRY(migrate(connection, schema, file.string()));
  return connection;
}

Outcome Connection::execute(const std::string& sql) {
  if (sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return Done{};
  return database_error(handle(), sql.substr(0, 60));
}

Outcome Connection::transact(const std::function<Outcome()>& work) {
  TRY(execute("BEGIN IMMEDIATE"));
  Outcome outcome = work();
  if (outcome.ok()) outcome = execute("COMMIT");
  // After a failed COMMIT or a full disk the transaction may still be open, or already gone; both end here.
  if (!outcome.ok() && sqlite3_get_autocommit(handle()) == 0) {
    const Outcome undone = execute("ROLLBACK");
    if (!undone.ok()) return undone;
  }
  return outcome;
}

Outcome Connection::checkpoint() { return execute("PRAGMA wal_checkpoint(TRUNCATE)"); }

}  // namespace stadttor::city_server
