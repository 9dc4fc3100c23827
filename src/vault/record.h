// What a vault keeps, and how one record is stored (format 1): under a content key of its own, which is wrapped by the vault's,
// in a place that cannot be changed without notice. Pure bytes; who encrypts is in vault_core.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/cryptography.h"

namespace stadttor::vault {

// Stored numbers: never reused, never changed.
enum class RecordType : unsigned char {
  Manifest = 0,  // the vault's own list of what is in it
  Profile = 1,
  Draft = 2,
  Outbox = 3,
  Receipt = 4,
  Document = 5,
  Ledger = 6,
  Appointment = 7,
  Report = 8,
};

// 16 bytes nobody can foresee.
struct RecordId {
  std::string bytes;
  friend bool operator==(const RecordId& a, const RecordId& b) { return a.bytes == b.bytes; }
  friend bool operator<(const RecordId& a, const RecordId& b) { return a.bytes < b.bytes; }
};

inline constexpr std::size_t kIdSize = 16;
inline constexpr std::size_t kKeyIdSize = 8;

// The place of a record, which is authenticated with it: moved, exchanged or older records do not open.
struct RecordPlace {
  std::string vault_id;
  std::string key_id;
  RecordType type = RecordType::Draft;
  RecordId id;
  std::uint64_t version = 0;  // counts the writes of this record
  std::uint16_t schema = 0;   // of the content, the service's own
};

// The associated data: "bpk-vault/1", then each part of the place with its length.
std::string context_of(const RecordPlace& place);

// "BPK1", format, algorithm, key id, wrapped content key, nonce, ciphertext with tag.
std::string envelope_from(const RecordPlace& place, const platform::SealedMessage& message);
// NotSupported for formats and algorithms of a later version, Tampered for what is no envelope under this key.
Result<platform::SealedMessage> parse_envelope(std::string_view envelope, const RecordPlace& place);

// Content with its length, filled up so that the size of what is stored tells little: steps of 256 bytes, documents by Padmé.
std::string padded(std::string_view content, RecordType type);
Result<std::string> parse_padded(std::string_view bytes);

}  // namespace stadttor::vault
