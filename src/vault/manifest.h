// The vault's list of its records and key slots, itself stored as a record: what is missing, exchanged or older than it says is
// noticed. A whole store set back to an earlier day is not; no device can tell.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "vault/record.h"

namespace stadttor::vault {

struct ManifestEntry {
  RecordType type = RecordType::Draft;
  std::uint64_t version = 0;
  std::uint16_t schema = 0;
};

struct Manifest {
  std::uint64_t counter = 0;                 // of writes to the vault
  std::map<std::string, std::string> slots;  // slot id to SHA-256 of its bytes
  std::map<RecordId, ManifestEntry> records;
};

std::string bytes_from_manifest(const Manifest& manifest);
Result<Manifest> parse_manifest(std::string_view bytes, std::uint64_t counter);

}  // namespace stadttor::vault
