#include "programs/city/authority/received_metadata.h"

#include "foundation/json_reader.h"

namespace stadttor::city_server::authority {
namespace {

constexpr std::string_view kSchemaBegin = "https://schema.fitko.de/fit-connect/metadata/2.";
constexpr std::string_view kSchemaEnd = "/metadata.schema.json";

std::string hash_of(JsonReader holder) {
  JsonReader hash = holder.member("hash");
  if (hash.required_text("type") != "sha512") hash.report("type", "expected sha512");
  return hash.required_text("content");
}

// Nothing where there is none, or one that nobody should encrypt for.
std::optional<protocols::jose::JsonWebKey> find_reply_key(JsonReader channel) {
  if (!channel.has("encryptionPublicKey")) return std::nullopt;
  const auto key = protocols::jose::read_json_web_key(channel.member("encryptionPublicKey"));
  const bool is_fit = key.ok() && protocols::jose::check_encryption_key(key.value(), key.value().key_id).ok();
  return is_fit ? std::optional(key.value()) : std::nullopt;
}

}  // namespace

bool is_known_schema(std::string_view schema) {
  if (schema.size() <= kSchemaBegin.size() + kSchemaEnd.size()) return false;
  if (schema.substr(0, kSchemaBegin.size()) != kSchemaBegin || schema.substr(schema.size() - kSchemaEnd.size()) != kSchemaEnd) return false;
  const std::string_view version = schema.substr(kSchemaBegin.size(), schema.size() - kSchemaBegin.size() - kSchemaEnd.size());
  return version.find_first_not_of("0123456789.") == std::string_view::npos;
}

Result<ReceivedMetadata> parse_metadata(std::string_view json) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, "metadata"));
  JsonReader root = document.root();
  ReceivedMetadata metadata;
  metadata.schema = root.required_text("$schema");
  JsonReader content = root.member("contentStructure");
  JsonReader data = content.member("data");
  metadata.data_hash = hash_of(data);
  JsonReader schema = data.member("submissionSchema");
  metadata.data_schema = {schema.required_text("schemaUri"), schema.required_text("mimeType")};
  content.each("attachments", [&metadata](JsonReader attachment) {
    metadata.attachments.push_back({attachment.required_text("attachmentId"), hash_of(attachment), attachment.required_text("mimeType"),
                                    attachment.optional_text("filename"), attachment.optional_text("description")});
  });
  metadata.reply_address = Personal<std::string>(root.member("replyChannel").member("eMail").optional_text("address"));
  metadata.reply_key = find_reply_key(root.member("replyChannel").member("fitConnect"));
  JsonReader reference = root.member("additionalReferenceInfo");
  metadata.application_date = reference.optional_text("applicationDate");
  metadata.sender_reference = reference.optional_text("senderReference");
  TRY(document.finish());
  return metadata;
}

}  // namespace stadttor::city_server::authority
