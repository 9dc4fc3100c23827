// RecordStore in one SQLite file. Work is done within the call, answers come from the event loop.
#pragma once

#include <string>

#include "platform/event_loop.h"
#include "platform/record_store.h"

struct sqlite3;

namespace stadttor::platform {

class NativeRecordStore : public RecordStore {
 public:
  // The file is made when something is written.
  NativeRecordStore(EventLoop& loop, std::string file) : loop_(loop), file_(std::move(file)) {}
  NativeRecordStore(const NativeRecordStore&) = delete;
  NativeRecordStore& operator=(const NativeRecordStore&) = delete;
  ~NativeRecordStore() override { close(); }

  void write(RecordBatch batch, Durability durability, Callback<Done> callback) override;
  void read(std::string store, std::string key, Callback<std::optional<std::string>> callback) override;
  void read_all(std::string store, Callback<std::vector<Record>> callback) override;
  void erase_everything(Callback<Done> callback) override;
  void ask_to_persist(Callback<bool> callback) override;

 private:
  Outcome open();
  void close();
  Outcome written(const RecordBatch& batch, Durability durability);
  Outcome in_transaction(const RecordBatch& batch);
  Result<std::optional<std::string>> value_of(const std::string& store, const std::string& key);
  Result<std::vector<Record>> all_of(const std::string& store);
  Outcome run(const char* statement);
  Error failure() const;

  EventLoop& loop_;
  std::string file_;
  sqlite3* database_ = nullptr;
};

}  // namespace stadttor::platform
