// The server's SQLite database: opened, checked and migrated before anything uses it. One connection, shared by the
// server's threads under its lock.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "foundation/result.h"

struct sqlite3;

namespace stadttor::city_server {

struct Schema;

// Invariant: the schema is the newest one this program knows.
class Connection {
 public:
  // Creates file and folder when missing. Refuses a damaged file, a file of another kind and one that a newer program
  // has written; each refusal says what to do.
  static Result<Connection> open(const std::filesystem::path& file);
  // The same for a database of another schema.
  static Result<Connection> open(const std::filesystem::path& file, const Schema& schema);

  // For statements that return nothing; several may be separated by semicolons.
  Outcome execute(const std::string& sql);

  // Runs `work` between BEGIN IMMEDIATE and COMMIT; rolls back when it returns an error.
  Outcome transact(const std::function<Outcome()>& work);

  // Moves everything from the write-ahead log into the file. Called at a clean stop.
  Outcome checkpoint();

  // To be held while statements run, because one connection serves all threads.
  [[nodiscard]] std::unique_lock<std::mutex> locked() { return std::unique_lock<std::mutex>(*mutex_); }

  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };

  explicit Connection(sqlite3* handle) : handle_(handle), mutex_(std::make_unique<std::mutex>()) {}

  std::unique_ptr<sqlite3, Closer> handle_;
  std::unique_ptr<std::mutex> mutex_;
};

// The error of the last call on the connection.
Error database_error(sqlite3* handle, std::string where);

}  // namespace stadttor::city_server
