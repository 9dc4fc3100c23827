// What every RecordStore promises, asked of the one in memory and the one in a file.
#include "platform/record_store.h"

#include <filesystem>

#include <unistd.h>

#include "platform/native/record_store_native.h"
#include "support/later_answers.h"

using namespace stadttor;
using namespace stadttor::platform;
using testing::error_of;
using testing::Workshop;
namespace fs = std::filesystem;

namespace {

class TemporaryFile {
 public:
  TemporaryFile() : path_(fs::temp_directory_path() / ("stadttor-records-" + std::to_string(getpid()))) { remove(); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { remove(); }
  const fs::path& path() const { return path_; }

 private:
  void remove() {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(path_.string() + suffix, ignored);
  }
  fs::path path_;
};

Outcome write(Workshop& shop, RecordStore& store, RecordBatch batch, Durability durability = Durability::Relaxed) {
  return shop.answer<Done>([&](auto callback) { store.write(std::move(batch), durability, callback); });
}

std::optional<std::string> value_of(Workshop& shop, RecordStore& store, const std::string& name, const std::string& key) {
  auto value = shop.answer<std::optional<std::string>>([&](auto callback) { store.read(name, key, callback); });
  CHECK(value.ok());
  return value.ok() ? value.value() : std::nullopt;
}

void check_promises(Workshop& shop, RecordStore& store) {
  const std::string binary("\0\xff key", 6);
  CHECK(value_of(shop, store, "drafts", binary) == std::nullopt);
  CHECK(write(shop, store, {{}, {{"drafts", binary, "one"}, {"drafts", "b", ""}, {"ledger", binary, "other"}}}, Durability::Strict).ok());
  CHECK(value_of(shop, store, "drafts", binary) == "one");
  CHECK(value_of(shop, store, "drafts", "b") == "");
  CHECK(value_of(shop, store, "ledger", binary) == "other");

  const auto all = shop.answer<std::vector<Record>>([&](auto callback) { store.read_all("drafts", callback); });
  if (!CHECK(all.ok())) return;
  if (!CHECK(all.value().size() == 2)) return;
  CHECK(all.value()[0].key == binary);
  CHECK(all.value()[1].key == "b");

  // A condition that does not hold leaves the whole batch unwritten.
  const RecordBatch late{{{"drafts", "b", "something else"}}, {{"drafts", binary, "two"}, {"drafts", "c", "new"}}};
  CHECK(error_of(write(shop, store, late)) == ErrorKind::ChangedElsewhere);
  CHECK(value_of(shop, store, "drafts", binary) == "one");
  CHECK(value_of(shop, store, "drafts", "c") == std::nullopt);

  const RecordBatch in_time{{{"drafts", "b", ""}, {"drafts", "c", std::nullopt}}, {{"drafts", binary, "two"}, {"drafts", "b", std::nullopt}}};
  CHECK(write(shop, store, in_time).ok());
  CHECK(value_of(shop, store, "drafts", binary) == "two");
  CHECK(value_of(shop, store, "drafts", "b") == std::nullopt);

  CHECK(shop.answer<Done>([&](auto callback) { store.erase_everything(callback); }).ok());
  CHECK(value_of(shop, store, "drafts", binary) == std::nullopt);
  CHECK(value_of(shop, store, "ledger", binary) == std::nullopt);
}

}  // namespace

TEST_SUITE("platform") {
  TEST_CASE("records in memory are written whole or not at all") {
    Workshop shop;
    check_promises(shop, shop.store);
  }

  TEST_CASE("records in a file are written whole or not at all") {
    Workshop shop;
    const TemporaryFile file;
    NativeRecordStore store(shop.loop, file.path().string());
    check_promises(shop, store);
  }

  TEST_CASE("records in a file are there for the next program, and gone once erased") {
    Workshop shop;
    const TemporaryFile file;
    {
      NativeRecordStore store(shop.loop, file.path().string());
      CHECK(write(shop, store, {{}, {{"drafts", "a", "kept"}}}, Durability::Strict).ok());
    }
    NativeRecordStore store(shop.loop, file.path().string());
    CHECK(value_of(shop, store, "drafts", "a") == "kept");
    CHECK(shop.answer<Done>([&](auto callback) { store.erase_everything(callback); }).ok());
    CHECK_FALSE(fs::exists(file.path()));
    CHECK_FALSE(fs::exists(file.path().string() + "-wal"));
  }

  TEST_CASE("a place that cannot be written to is an error, not an end") {
    Workshop shop;
    NativeRecordStore store(shop.loop, "/nowhere/at/all");
    CHECK(error_of(write(shop, store, {{}, {{"drafts", "a", "lost"}}})) == ErrorKind::StorageUnreadable);
  }
}
