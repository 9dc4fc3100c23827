// One prepared SQL statement. Values travel only as bound parameters, never inside the SQL text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "foundation/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace stadttor::city_server {

enum class Row : unsigned char { Present, NoMore };

class Statement {
 public:
  static Result<Statement> prepare(sqlite3* handle, std::string_view sql);

  // Parameters and columns are numbered as SQLite does: parameters from 1, columns from 0.
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t number);
  Statement& bind_bytes(int parameter, std::string_view bytes);

  // The next row; the views and numbers of the previous one are gone.
  Result<Row> step();

  // Runs to the end, for statements without rows.
  Outcome run();

  std::string text(int column) const;
  std::int64_t number(int column) const;
  std::string bytes(int column) const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };

  Statement(sqlite3* handle, sqlite3_stmt* statement) : handle_(handle), statement_(statement) {}

  sqlite3* handle_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
};

}  // namespace stadttor::city_server
