#include "vault/manifest.h"

#include "vault/byte_fields.h"

namespace stadttor::vault {

namespace {

constexpr unsigned kFormat = 1;
constexpr std::size_t kHashSize = 32;

}  // namespace

std::string bytes_from_manifest(const Manifest& manifest) {
  FieldWriter writer;
  writer.number(kFormat, 1).number(manifest.slots.size(), 2);
  for (const auto& [id, hash] : manifest.slots) writer.bytes(id).bytes(hash);
  writer.number(manifest.records.size(), 4);
  for (const auto& [id, entry] : manifest.records) {
    writer.number(static_cast<unsigned char>(entry.type), 1).bytes(id.bytes).number(entry.version, 8).number(entry.schema, 2);
  }
  return writer.take();
}

Result<Manifest> parse_manifest(std::string_view bytes, std::uint64_t counter) {
  FieldReader reader(bytes);
  Manifest manifest;
  manifest.counter = counter;
  if (reader.number(1) != kFormat) {
    return Error{ErrorKind::NotSupported, "vault", "written by a later version of the portal", NextStep::TryAgain};
  }
  for (auto slots = reader.number(2); slots > 0 && reader.ok(); --slots) {
    const std::string id(reader.bytes(kIdSize));
    manifest.slots[id] = std::string(reader.bytes(kHashSize));
  }
  for (auto records = reader.number(4); records > 0 && reader.ok(); --records) {
    ManifestEntry entry;
    entry.type = static_cast<RecordType>(reader.number(1));
    const RecordId id{std::string(reader.bytes(kIdSize))};
    entry.version = reader.number(8);
    entry.schema = static_cast<std::uint16_t>(reader.number(2));
    manifest.records[id] = entry;
  }
  // Fewer than were counted: something stood there twice.
  const bool is_whole = reader.is_complete() && bytes_from_manifest(manifest).size() == bytes.size();
  if (!is_whole) return Error{ErrorKind::Tampered, "vault", "its list is not what was written", NextStep::None};
  return manifest;
}

}  // namespace stadttor::vault
