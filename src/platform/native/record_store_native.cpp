#include "platform/native/record_store_native.h"

#include <sqlite3.h>

#include <cstdio>

namespace stadttor::platform {

namespace {

class Statement {
 public:
  Statement(sqlite3* database, const char* text) { sqlite3_prepare_v2(database, text, -1, &statement_, nullptr); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  // The bytes have to outlive the statement. An empty value is a blob of no bytes, not a null.
  void bind(int at, const std::string& bytes) {
    sqlite3_bind_blob64(statement_, at, bytes.empty() ? "" : bytes.data(), bytes.size(), SQLITE_STATIC);
  }
  int step() { return sqlite3_step(statement_); }
  std::string column(int at) {
    const void* bytes = sqlite3_column_blob(statement_, at);
    if (bytes == nullptr) return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(statement_, at))};
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace

Error NativeRecordStore::failure() const {
  const int code = database_ == nullptr ? SQLITE_CANTOPEN : sqlite3_errcode(database_);
  if (code == SQLITE_FULL) return {ErrorKind::StorageFull, "records", "the disk is full", NextStep::TryAgain};
  if (code == SQLITE_BUSY) return {ErrorKind::ChangedElsewhere, "records", "another program is writing", NextStep::TryAgain};
  return {ErrorKind::StorageUnreadable, "records", sqlite3_errstr(code), NextStep::TryAgain};
}

Outcome NativeRecordStore::run(const char* statement) {
  if (sqlite3_exec(database_, statement, nullptr, nullptr, nullptr) != SQLITE_OK) return failure();
  return Done{};
}

Outcome NativeRecordStore::open() {
  if (database_ != nullptr) return Done{};
  if (sqlite3_open_v2(file_.c_str(), &database_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr) != SQLITE_OK) {
    Error error = failure();
    close();
    return error;
  }
  sqlite3_busy_timeout(database_, 5'000);
  // Erased records are overwritten: they were encrypted, but a file need not keep what the citizen has taken away.
  Outcome outcome = run("PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON;"
                        "CREATE TABLE IF NOT EXISTS records(store BLOB NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,"
                        " PRIMARY KEY(store, key)) WITHOUT ROWID");
  if (!outcome.ok()) close();
  return outcome;
}

void NativeRecordStore::close() {
  sqlite3_close_v2(database_);
  database_ = nullptr;
}

void NativeRecordStore::write(RecordBatch batch, Durability durability, Callback<Done> callback) {
  loop_.post([callback = std::move(callback), outcome = written(batch, durability)] { callback(outcome); });
}

Outcome NativeRecordStore::written(const RecordBatch& batch, Durability durability) {
  TRY(open());
  // With a write-ahead log, NORMAL leaves the last moments to the system and FULL syncs at every commit.
  TRY(run(durability == Durability::Strict ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL"));
  TRY(run("BEGIN IMMEDIATE"));
  Outcome outcome = in_transaction(batch);
  if (outcome.ok()) outcome = run("COMMIT");
  if (!outcome.ok()) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
  return outcome;
}

Outcome NativeRecordStore::in_transaction(const RecordBatch& batch) {
  for (const Record& condition : batch.conditions) {
    TRY_ASSIGN(const auto kept, value_of(condition.store, condition.key));
    if (kept != condition.value) {
      return Error{ErrorKind::ChangedElsewhere, "records", "a record is not as it was read", NextStep::TryAgain};
    }
  }
  for (const Record& record : batch.writes) {
    Statement statement(database_, record.value ? "INSERT OR REPLACE INTO records(store, key, value) VALUES(?1, ?2, ?3)"
                                                : "DELETE FROM records WHERE store = ?1 AND key = ?2");
    statement.bind(1, record.store);
    statement.bind(2, record.key);
    if (record.value) statement.bind(3, *record.value);
    if (statement.step() != SQLITE_DONE) return failure();
  }
  return Done{};
}

void NativeRecordStore::read(std::string store, std::string key, Callback<std::optional<std::string>> callback) {
  loop_.post([callback = std::move(callback), value = value_of(store, key)] { callback(value); });
}

Result<std::optional<std::string>> NativeRecordStore::value_of(const std::string& store, const std::string& key) {
  TRY(open());
  Statement statement(database_, "SELECT value FROM records WHERE store = ?1 AND key = ?2");
  statement.bind(1, store);
  statement.bind(2, key);
  switch (statement.step()) {
    case SQLITE_ROW: return std::optional<std::string>(statement.column(0));
    case SQLITE_DONE: return std::optional<std::string>();
    default: return failure();
  }
}

void NativeRecordStore::read_all(std::string store, Callback<std::vector<Record>> callback) {
  loop_.post([callback = std::move(callback), records = all_of(store)] { callback(records); });
}

Result<std::vector<Record>> NativeRecordStore::all_of(const std::string& store) {
  TRY(open());
  Statement statement(database_, "SELECT key, value FROM records WHERE store = ?1 ORDER BY key");
  statement.bind(1, store);
  std::vector<Record> records;
  int step = statement.step();
  for (; step == SQLITE_ROW; step = statement.step()) records.push_back({store, statement.column(0), statement.column(1)});
  if (step != SQLITE_DONE) return failure();
  return records;
}

void NativeRecordStore::erase_everything(Callback<Done> callback) {
  Outcome outcome = open();
  // Overwritten first: a file that is only unlinked can be found again.
  if (outcome.ok()) outcome = run("PRAGMA synchronous=FULL; DELETE FROM records; PRAGMA wal_checkpoint(TRUNCATE)");
  close();
  for (const char* suffix : {"", "-wal", "-shm"}) std::remove((file_ + suffix).c_str());
  loop_.post([callback = std::move(callback), outcome = std::move(outcome)] { callback(outcome); });
}

void NativeRecordStore::ask_to_persist(Callback<bool> callback) {
  loop_.post([callback = std::move(callback)] { callback(true); });
}

}  // namespace stadttor::platform
