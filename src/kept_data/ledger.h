// What has left this device: when, to whom, for what, and under which key. Entries are chained by hash, so that one that is missing, edited or
// out of order is found. What became of each disclosure is its receipt's (receipt.h); hashing and keeping are services/send_application's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::kept_data {

inline constexpr std::uint16_t kLedgerSchema = 1;

struct DisclosedField {
  std::string name;   // path of the answer: "children.0.name"
  std::string label;  // as the citizen was asked
  std::string step;   // id of the form's step
};

struct DisclosedFile {
  std::string id;  // UUID, also towards the authority
  std::string media_type;
  std::uint64_t bytes = 0;
  Personal<std::string> name;
};

// The member "files".
void write_files(JsonWriter& json, const std::vector<DisclosedFile>& files);
std::vector<DisclosedFile> read_files(JsonReader& reader);

// SHA-512 of a part as it was before it was encrypted, hexadecimal.
struct PartHash {
  std::string part;  // "metadata", "data", "attachment:<id>"
  std::string hash;
};

struct LedgerEntry {
  std::uint64_t number = 1;
  std::string previous;   // SHA-256 of the stored text of the entry before, hexadecimal; of the first: empty
  std::int64_t when = 0;  // milliseconds since 1970
  std::string receipt;    // id of the receipt's record, hexadecimal
  std::string title;      // of the application
  std::string office;     // name, as the citizen saw it
  // Tags of the languages in which the office's name, and everything else that is told here, was shown. Entries from before have none.
  std::string office_language;
  std::string language;
  std::string destination;
  std::string purpose;
  std::string retention;
  std::vector<std::string> legal_basis;
  std::vector<DisclosedField> fields;
  std::vector<DisclosedFile> files;
  std::string key_thumbprint;  // RFC 7638
  std::vector<PartHash> hashes;
};

Personal<std::string> json_from_entry(const LedgerEntry& entry);
Result<LedgerEntry> parse_ledger_entry(const Personal<std::string>& json);

// The number of the first entry that is not there, or is not what the next one says it was. `entries` as they lie one behind the other,
// `hashes` of their stored texts; `known` is an entry that is known from elsewhere (the last receipt): that one has to be there, as it was.
struct KnownEntry {
  std::uint64_t number = 0;  // 0: none is known
  std::string hash;
};
std::optional<std::uint64_t> find_chain_break(const std::vector<LedgerEntry>& entries, const std::vector<std::string>& hashes, const KnownEntry& known);

}  // namespace stadttor::kept_data
