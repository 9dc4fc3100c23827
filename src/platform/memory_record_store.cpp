#include "platform/memory_record_store.h"

#include <algorithm>

namespace stadttor::platform {

bool MemoryRecordStore::holds(const Record& condition) const {
  const auto found = records_.find({condition.store, condition.key});
  if (!condition.value) return found == records_.end();
  return found != records_.end() && found->second == *condition.value;
}

void MemoryRecordStore::write(RecordBatch batch, Durability, Callback<Done> callback) {
  Outcome outcome = Done{};
  if (std::all_of(batch.conditions.begin(), batch.conditions.end(), [this](const Record& condition) { return holds(condition); })) {
    for (Record& record : batch.writes) {
      if (record.value) {
        records_[{record.store, record.key}] = std::move(*record.value);
      } else {
        records_.erase({record.store, record.key});
      }
    }
  } else {
    outcome = Error{ErrorKind::ChangedElsewhere, "records", "a record is not as it was read", NextStep::TryAgain};
  }
  loop_.post([callback = std::move(callback), outcome = std::move(outcome)] { callback(outcome); });
}

void MemoryRecordStore::read(std::string store, std::string key, Callback<std::optional<std::string>> callback) {
  std::optional<std::string> value;
  if (const auto found = records_.find({std::move(store), std::move(key)}); found != records_.end()) value = found->second;
  loop_.post([callback = std::move(callback), value = std::move(value)] { callback(value); });
}

void MemoryRecordStore::read_all(std::string store, Callback<std::vector<Record>> callback) {
  std::vector<Record> found;
  for (const auto& [place, value] : records_) {
    if (place.first == store) found.push_back({place.first, place.second, value});
  }
  loop_.post([callback = std::move(callback), found = std::move(found)] { callback(found); });
}

void MemoryRecordStore::erase_everything(Callback<Done> callback) {
  records_.clear();
  loop_.post([callback = std::move(callback)] { callback(Done{}); });
}

void MemoryRecordStore::ask_to_persist(Callback<bool> callback) {
  loop_.post([callback = std::move(callback)] { callback(false); });
}

}  // namespace stadttor::platform
