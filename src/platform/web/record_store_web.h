// RecordStore in IndexedDB (web/keys/record_calls.js), with the durability it is asked for.
#pragma once

#include "platform/record_store.h"

namespace stadttor::platform {

class WebRecordStore : public RecordStore {
 public:
  void write(RecordBatch batch, Durability durability, Callback<Done> callback) override;
  void read(std::string store, std::string key, Callback<std::optional<std::string>> callback) override;
  void read_all(std::string store, Callback<std::vector<Record>> callback) override;
  void erase_everything(Callback<Done> callback) override;
  void ask_to_persist(Callback<bool> callback) override;
};

}  // namespace stadttor::platform
