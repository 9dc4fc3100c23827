// A store of records that fails as a disk or a browser does, from a call a test chooses; and one that forgets what it was not asked to keep
// strictly.
#pragma once

#include <utility>
#include <vector>

#include "platform/memory_record_store.h"

namespace stadttor::testing {

enum class StorageFault {
  Full,
  Unreadable,  // an input or output error, a connection that another tab has closed, a transaction the browser gave up
  Overtaken,   // another tab has written meanwhile; reading fails as above
  AnswerLost,  // written, and an error all the same
};
inline constexpr int kStorageFaults = 4;

class FaultyStore : public platform::RecordStore {
 public:
  FaultyStore(platform::MemoryRecordStore& store, platform::EventLoop& loop) : store_(store), loop_(loop) {}

  int calls = 0;
  int fails_at = 0;  // the first call that fails, from 1; 0: none

  // `count` calls in a row; -1: all from there on.
  void fail(StorageFault fault, int first_call, int count) {
    fault_ = fault;
    fails_at = first_call;
    failures_ = count;
  }

  // What a loss of power leaves: the strict writes, and of the others those before the `kept`-th.
  void lose_power(std::size_t kept = 0) {
    if (kept < relaxed_.size()) store_.records() = relaxed_[kept];
    relaxed_.clear();
  }
  void write(platform::RecordBatch batch, platform::Durability durability, platform::Callback<Done> callback) override {
    if (is_failing()) {
      if (fault_ == StorageFault::AnswerLost) store_.write(std::move(batch), durability, [](const Outcome&) {});
      return refuse(fault_ == StorageFault::Overtaken ? ErrorKind::ChangedElsewhere : kind_of_fault(), std::move(callback));
    }
    // A strict write takes everything before it along.
    if (durability == platform::Durability::Strict) {
      relaxed_.clear();
    } else {
      relaxed_.push_back(store_.records());
    }
    store_.write(std::move(batch), durability, std::move(callback));
  }
  void read(std::string store, std::string key, platform::Callback<std::optional<std::string>> callback) override {
    if (is_failing()) return refuse(kind_of_fault(), std::move(callback));
    store_.read(std::move(store), std::move(key), std::move(callback));
  }
  void read_all(std::string store, platform::Callback<std::vector<platform::Record>> callback) override {
    if (is_failing()) return refuse(kind_of_fault(), std::move(callback));
    store_.read_all(std::move(store), std::move(callback));
  }
  void erase_everything(platform::Callback<Done> callback) override { store_.erase_everything(std::move(callback)); }
  void ask_to_persist(platform::Callback<bool> callback) override { store_.ask_to_persist(std::move(callback)); }

 private:
  bool is_failing() {
    ++calls;
    return fails_at != 0 && calls >= fails_at && (failures_ < 0 || calls < fails_at + failures_);
  }

  ErrorKind kind_of_fault() const { return fault_ == StorageFault::Full ? ErrorKind::StorageFull : ErrorKind::StorageUnreadable; }

  template <class Value>
  void refuse(ErrorKind kind, platform::Callback<Value> callback) {
    loop_.post([callback = std::move(callback), kind] { callback(Error{kind, "records", "a fault on purpose", NextStep::TryAgain}); });
  }

  platform::MemoryRecordStore& store_;
  platform::EventLoop& loop_;
  StorageFault fault_ = StorageFault::Full;
  int failures_ = 0;
  std::vector<platform::MemoryRecordStore::Records> relaxed_;  // as it was before each write that is not on the disk yet
};

}  // namespace stadttor::testing
