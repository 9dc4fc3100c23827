// A vault as one file: what is stored of it, record by record, as it is. Nothing in it can be read without one of its ways in.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "platform/record_store.h"

namespace stadttor::vault {

// In the order of their numbers in the file, which never change.
inline constexpr std::array<const char*, 3> kVaultStores = {"vault/slots", "vault/manifest", "vault/records"};

// "BPKX", format, number of records, then store, key and value of each. Without the hash at its end (SHA-256), which the writer
// adds. Passkeys are left out: they belong to a device.
std::string bytes_of_file(const std::vector<platform::Record>& records);

struct FileParts {
  std::string_view bytes;
  std::string_view hash;
};
Result<FileParts> split_file(std::string_view file);
Result<std::vector<platform::Record>> parse_file(std::string_view bytes);

}  // namespace stadttor::vault
