#include "programs/city/database/statement.h"

#include <sqlite3.h>

#include "programs/city/database/connection.h"

namespace stadttor::city_server {

void Statement::Finalizer::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<Statement> Statement::prepare(sqlite3* handle, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle, sql.data(), static_cast<int>(sql.size()), &statement, nullptr) != SQLITE_OK) {
    return database_error(handle, std::string(sql.substr(0, 60)));
  }
  return Statement(handle, statement);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  // A copy, so that callers need not think about lifetimes. A failed bind shows at the next step.
  sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(),
                      reinterpret_cast<sqlite3_destructor_type>(-1), SQLITE_UTF8);  // SQLITE_TRANSIENT
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
  return *this;
}

Statement& Statement::bind_bytes(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), reinterpret_cast<sqlite3_destructor_type>(-1));
  return *this;
}

Result<Row> Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return Row::Present;
  if (code == SQLITE_DONE) return Row::NoMore;
  return database_error(handle_, std::string(sqlite3_sql(statement_.get())).substr(0, 60));
}

Outcome Statement::run() {
  while (true) {
    TRY_ASSIGN(const Row row, step());
    if (row == Row::NoMore) return Done{};
  }
}

std::string Statement::text(int column) const {
  const auto* bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return std::string(reinterpret_cast<const char*>(bytes),
                     static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::string Statement::bytes(int column) const {
  const void* start = sqlite3_column_blob(statement_.get(), column);
  if (start == nullptr) return {};
  return std::string(static_cast<const char*>(start), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

}  // namespace stadttor::city_server
