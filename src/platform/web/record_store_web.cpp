#include "platform/web/record_store_web.h"

#include "platform/web/browser_calls.h"

namespace stadttor::platform {

namespace {

// Four fields for each: store, key, "1" where there is a value, the value.
void append_records(BrowserFields& fields, std::vector<Record>& records) {
  for (Record& record : records) {
    fields.push_back(std::move(record.store));
    fields.push_back(std::move(record.key));
    fields.emplace_back(record.value ? "1" : "");
    fields.push_back(std::move(record.value).value_or(std::string()));
  }
}

void answer_done(const Callback<Done>& callback, const Result<BrowserFields>& answer) {
  if (!answer.ok()) return callback(answer.error());
  callback(Done{});
}

}  // namespace

void WebRecordStore::write(RecordBatch batch, Durability durability, Callback<Done> callback) {
  BrowserFields fields{durability == Durability::Strict ? "strict" : "relaxed", std::to_string(batch.conditions.size())};
  append_records(fields, batch.conditions);
  append_records(fields, batch.writes);
  ask_browser(BrowserCall::WriteRecords, std::move(fields),
              [callback = std::move(callback)](Result<BrowserFields> answer) { answer_done(callback, answer); });
}

void WebRecordStore::read(std::string store, std::string key, Callback<std::optional<std::string>> callback) {
  ask_browser(BrowserCall::ReadRecord, {std::move(store), std::move(key)}, [callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    if (answer.value().empty()) return callback(std::optional<std::string>());
    callback(std::optional<std::string>(std::move(answer.value().front())));
  });
}

void WebRecordStore::read_all(std::string store, Callback<std::vector<Record>> callback) {
  ask_browser(BrowserCall::ReadRecords, {store}, [store, callback = std::move(callback)](Result<BrowserFields> answer) {
    if (!answer.ok()) return callback(answer.error());
    std::vector<Record> records;
    BrowserFields& fields = answer.value();
    for (std::size_t i = 0; i + 1 < fields.size(); i += 2) records.push_back({store, std::move(fields[i]), std::move(fields[i + 1])});
    callback(std::move(records));
  });
}

void WebRecordStore::erase_everything(Callback<Done> callback) {
  ask_browser(BrowserCall::EraseRecords, {}, [callback = std::move(callback)](Result<BrowserFields> answer) { answer_done(callback, answer); });
}

void WebRecordStore::ask_to_persist(Callback<bool> callback) {
  ask_browser(BrowserCall::PersistRecords, {}, [callback = std::move(callback)](const Result<BrowserFields>& answer) {
    callback(answer.ok() && !answer.value().empty() && answer.value().front() == "1");
  });
}

}  // namespace stadttor::platform
