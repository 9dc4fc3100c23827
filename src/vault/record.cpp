#include "vault/record.h"

#include "vault/byte_fields.h"

namespace stadttor::vault {

namespace {

constexpr std::string_view kLabel = "bpk-vault/1";
constexpr std::string_view kMagic = "BPK1";
constexpr unsigned kFormat = 1;
// AES-256-GCM under a content key, which is under AES-KW.
constexpr unsigned kAlgorithm = 1;
constexpr std::size_t kWrappedSize = 40;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kLengthSize = 4;
constexpr std::size_t kStep = 256;

std::string text_of_number(std::uint64_t value, unsigned size) { return FieldWriter().number(value, size).take(); }

unsigned floor_log2(std::size_t value) {
  unsigned log = 0;
  while (value >>= 1U) ++log;
  return log;
}

// Padmé (Nikitin et al., 2019): at most 12 % more, and only O(log log n) bits of the length can be seen.
std::size_t padme(std::size_t size) {
  const unsigned exponent = floor_log2(size);
  const std::size_t mask = (std::size_t{1} << (exponent - (floor_log2(exponent) + 1))) - 1;
  return (size + mask) & ~mask;
}

Error no_record() { return {ErrorKind::Tampered, "vault record", "is not what was written here", NextStep::None}; }

}  // namespace

std::string context_of(const RecordPlace& place) {
  return FieldWriter()
      .field(kLabel)
      .field(place.vault_id)
      .field(text_of_number(static_cast<unsigned char>(place.type), 1))
      .field(place.id.bytes)
      .field(text_of_number(place.version, 8))
      .field(text_of_number(place.schema, 2))
      .field(text_of_number(kAlgorithm, 1))
      .field(place.key_id)
      .take();
}

std::string envelope_from(const RecordPlace& place, const platform::SealedMessage& message) {
  return FieldWriter()
      .bytes(kMagic)
      .number(kFormat, 1)
      .number(kAlgorithm, 1)
      .bytes(place.key_id)
      .bytes(message.wrapped_key)
      .bytes(message.content.nonce)
      .bytes(message.content.bytes)
      .take();
}

Result<platform::SealedMessage> parse_envelope(std::string_view envelope, const RecordPlace& place) {
  FieldReader reader(envelope);
  reader.expect(kMagic);
  const auto format = reader.number(1);
  const auto algorithm = reader.number(1);
  if (!reader.ok()) return no_record();
  if (format != kFormat || algorithm != kAlgorithm) {
    return Error{ErrorKind::NotSupported, "vault record", "written by a later version of the portal", NextStep::TryAgain};
  }
  reader.expect(place.key_id);
  platform::SealedMessage message;
  message.wrapped_key = std::string(reader.bytes(kWrappedSize));
  message.content.nonce = std::string(reader.bytes(kNonceSize));
  message.content.bytes = std::string(reader.rest());
  if (!reader.ok()) return no_record();
  return message;
}

std::string padded(std::string_view content, RecordType type) {
  const std::size_t least = kLengthSize + content.size();
  std::size_t size = (least + kStep - 1) / kStep * kStep;
  if (type == RecordType::Document) size = padme(size);
  std::string bytes = FieldWriter().number(content.size(), kLengthSize).take();
  // At once: documents have megabytes, and growing would copy them again.
  bytes.reserve(size);
  bytes.append(content).resize(size, '\0');
  return bytes;
}

Result<std::string> parse_padded(std::string_view bytes) {
  FieldReader reader(bytes);
  std::string content(reader.field());
  if (!reader.ok() || reader.rest().find_first_not_of('\0') != std::string_view::npos) return no_record();
  return content;
}

}  // namespace stadttor::vault
