// Records that go with the visit: what "nur dieser Besuch" keeps, and what tests and simulations write to.
#pragma once

#include <map>
#include <utility>

#include "platform/event_loop.h"
#include "platform/record_store.h"

namespace stadttor::platform {

class MemoryRecordStore : public RecordStore {
 public:
  explicit MemoryRecordStore(EventLoop& loop) : loop_(loop) {}

  void write(RecordBatch batch, Durability durability, Callback<Done> callback) override;
  void read(std::string store, std::string key, Callback<std::optional<std::string>> callback) override;
  void read_all(std::string store, Callback<std::vector<Record>> callback) override;
  void erase_everything(Callback<Done> callback) override;
  void ask_to_persist(Callback<bool> callback) override;

  // By store and key.
  using Records = std::map<std::pair<std::string, std::string>, std::string>;
  Records& records() { return records_; }

 private:
  bool holds(const Record& condition) const;

  EventLoop& loop_;
  Records records_;
};

}  // namespace stadttor::platform
