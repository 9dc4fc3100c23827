// Named stores of records that outlive the visit: bytes under bytes. It knows nothing of what they mean; whoever keeps personal
// values here encrypts them first (vault/).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/callback.h"

namespace stadttor::platform {

// Strict: when the answer comes, the batch has reached the disk and survives a loss of power. Relaxed: the system may take some
// seconds, which costs a third of the time (reference: IndexedDB's durability hints, SQLite's synchronous).
enum class Durability : unsigned char { Relaxed, Strict };

// No value: nothing is kept under this key (as a condition), or is to be (as a write).
struct Record {
  std::string store;
  std::string key;
  std::optional<std::string> value;
};

// Written whole or not at all. The conditions are looked at in the same transaction: where one does not hold, nothing is
// written and the answer is ErrorKind::ChangedElsewhere.
struct RecordBatch {
  std::vector<Record> conditions;
  std::vector<Record> writes;
};

class RecordStore {
 public:
  virtual ~RecordStore() = default;

  virtual void write(RecordBatch batch, Durability durability, Callback<Done> callback) = 0;
  virtual void read(std::string store, std::string key, Callback<std::optional<std::string>> callback) = 0;
  // Every record of the store, ordered by key.
  virtual void read_all(std::string store, Callback<std::vector<Record>> callback) = 0;
  // Every store, and the file or database they were in, strictly.
  virtual void erase_everything(Callback<Done> callback) = 0;
  // Asks the system not to clear these records away when room gets short; false where it promises nothing.
  virtual void ask_to_persist(Callback<bool> callback) = 0;
};

}  // namespace stadttor::platform
