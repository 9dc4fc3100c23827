#include "kept_data/ledger.h"

namespace stadttor::kept_data {

void write_files(JsonWriter& json, const std::vector<DisclosedFile>& files) {
  json.name("files").begin_list();
  for (const DisclosedFile& file : files) {
    json.begin_object().member("id", file.id).member("mediaType", file.media_type).name("bytes").number(static_cast<std::int64_t>(file.bytes));
    json.member("name", file.name.reveal<"a file's name goes into what the vault keeps encrypted of what was sent">()).end_object();
  }
  json.end_list();
}

std::vector<DisclosedFile> read_files(JsonReader& reader) {
  std::vector<DisclosedFile> files;
  reader.each("files", [&files](JsonReader file) {
    files.push_back({file.required_text("id"), file.required_text("mediaType"), static_cast<std::uint64_t>(file.required_number("bytes")),
                     Personal<std::string>(file.required_text("name"))});
  });
  return files;
}

namespace {

void write_fields(JsonWriter& json, const std::vector<DisclosedField>& fields) {
  json.name("fields").begin_list();
  for (const DisclosedField& field : fields) json.begin_object().member("name", field.name).member("label", field.label).optional_member("step", field.step).end_object();
  json.end_list();
}

}  // namespace

Personal<std::string> json_from_entry(const LedgerEntry& entry) {
  JsonWriter json;
  json.begin_object().name("number").number(static_cast<std::int64_t>(entry.number)).optional_member("previous", entry.previous);
  json.name("when").number(entry.when).member("receipt", entry.receipt).member("title", entry.title);
  json.member("office", entry.office).member("destination", entry.destination);
  json.optional_member("officeLanguage", entry.office_language).optional_member("language", entry.language);
  json.optional_member("purpose", entry.purpose).optional_member("retention", entry.retention);
  json.name("legalBasis").begin_list();
  for (const std::string& basis : entry.legal_basis) json.text(basis);
  json.end_list();
  write_fields(json, entry.fields);
  write_files(json, entry.files);
  json.member("keyThumbprint", entry.key_thumbprint).name("hashes").begin_list();
  for (const PartHash& hash : entry.hashes) json.begin_object().member("part", hash.part).member("sha512", hash.hash).end_object();
  json.end_list();
  return Personal<std::string>(json.end_object().take());
}

Result<LedgerEntry> parse_ledger_entry(const Personal<std::string>& json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json.reveal<"a ledger's entry is read to be shown to the citizen">(), "ledger entry"));
  JsonReader reader = document.root();
  LedgerEntry entry;
  entry.number = static_cast<std::uint64_t>(reader.required_number("number"));
  entry.previous = reader.optional_text("previous");
  entry.when = static_cast<std::int64_t>(reader.required_number("when"));
  entry.receipt = reader.required_text("receipt");
  entry.title = reader.required_text("title");
  entry.office = reader.required_text("office");
  entry.destination = reader.required_text("destination");
  entry.office_language = reader.optional_text("officeLanguage");
  entry.language = reader.optional_text("language");
  entry.purpose = reader.optional_text("purpose");
  entry.retention = reader.optional_text("retention");
  entry.legal_basis = reader.texts("legalBasis");
  reader.each("fields", [&entry](JsonReader field) { entry.fields.push_back({field.required_text("name"), field.required_text("label"), field.optional_text("step")}); });
  entry.files = read_files(reader);
  entry.key_thumbprint = reader.required_text("keyThumbprint");
  reader.each("hashes", [&entry](JsonReader hash) { entry.hashes.push_back({hash.required_text("part"), hash.required_text("sha512")}); });
  TRY(document.finish());
  return entry;
}

std::optional<std::uint64_t> find_chain_break(const std::vector<LedgerEntry>& entries, const std::vector<std::string>& hashes, const KnownEntry& known) {
  std::string before;
  for (std::size_t at = 0; at < entries.size(); ++at) {
    const std::uint64_t wanted = at + 1;
    if (entries[at].number != wanted) return wanted;
    // The later entry says what the earlier one was: so it is the earlier one that has been changed.
    if (entries[at].previous != before) return at == 0 ? wanted : wanted - 1;
    before = hashes[at];
  }
  // Entries after it may be of what has no receipt: appointments.
  if (known.number == 0) return std::nullopt;
  if (known.number > entries.size()) return entries.size() + 1;
  if (hashes[static_cast<std::size_t>(known.number) - 1] != known.hash) return known.number;
  return std::nullopt;
}

}  // namespace stadttor::kept_data
