#include "vault/vault_file.h"

#include <algorithm>

#include "vault/byte_fields.h"
#include "vault/key_slot.h"

namespace stadttor::vault {

namespace {

constexpr std::string_view kMagic = "BPKX";
constexpr unsigned kFormat = 1;
constexpr std::size_t kHashSize = 32;

Error no_file(const char* why) { return {ErrorKind::MalformedData, "vault file", why, NextStep::CorrectInput}; }

std::size_t number_of(const std::string& store) {
  return static_cast<std::size_t>(std::find(kVaultStores.begin(), kVaultStores.end(), store) - kVaultStores.begin());
}

bool is_of_this_device(const platform::Record& record) {
  if (record.store != kVaultStores[0]) return false;
  const auto split = split_slot(*record.value);
  const auto slot = split.ok() ? parse_slot(split.value().bytes) : Result<KeySlot>(split.error());
  return !slot.ok() || slot.value().kind == SlotKind::Passkey;
}

}  // namespace

std::string bytes_of_file(const std::vector<platform::Record>& records) {
  FieldWriter writer;
  const auto left_out = std::count_if(records.begin(), records.end(), is_of_this_device);
  writer.bytes(kMagic).number(kFormat, 1).number(records.size() - static_cast<std::size_t>(left_out), 4);
  for (const platform::Record& record : records) {
    if (!is_of_this_device(record)) writer.number(number_of(record.store), 1).field(record.key).field(*record.value);
  }
  return writer.take();
}

Result<FileParts> split_file(std::string_view file) {
  if (file.size() < kMagic.size() + kHashSize || file.substr(0, kMagic.size()) != kMagic) return no_file("not a vault");
  return FileParts{file.substr(0, file.size() - kHashSize), file.substr(file.size() - kHashSize)};
}

Result<std::vector<platform::Record>> parse_file(std::string_view bytes) {
  FieldReader reader(bytes);
  reader.expect(kMagic);
  if (reader.number(1) != kFormat) return Error{ErrorKind::NotSupported, "vault file", "written by a later version of the portal", NextStep::TryAgain};
  std::vector<platform::Record> records;
  for (auto count = reader.number(4); count > 0 && reader.ok(); --count) {
    const auto store = static_cast<std::size_t>(reader.number(1));
    std::string key(reader.field());
    std::string value(reader.field());
    if (store >= kVaultStores.size()) return no_file("of another make");
    records.push_back({kVaultStores[store], std::move(key), std::move(value)});
  }
  if (!reader.is_complete()) return no_file("of another length");
  return records;
}

}  // namespace stadttor::vault
