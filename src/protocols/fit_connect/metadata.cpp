#include "protocols/fit_connect/metadata.h"

#include "foundation/json_writer.h"
#include "protocols/fit_connect/question.h"
#include "protocols/jose/own_key.h"

namespace stadttor::protocols::fit_connect {

namespace {

constexpr const char* kSchema = "https://schema.fitko.de/fit-connect/metadata/2.1.0/metadata.schema.json";

void write_hash(JsonWriter& json, const std::string& hash) {
  json.name("hash").begin_object().member("type", "sha512").member("content", hash).end_object();
}

void write_content(JsonWriter& json, const Metadata& metadata) {
  json.name("contentStructure").begin_object().name("data").begin_object();
  write_hash(json, metadata.data_hash);
  json.name("submissionSchema").begin_object();
  json.member("schemaUri", metadata.data_schema.uri).member("mimeType", metadata.data_schema.media_type).end_object().end_object();
  json.name("attachments").begin_list();
  for (const AttachmentMetadata& attachment : metadata.attachments) {
    json.begin_object();
    write_hash(json, attachment.hash);
    json.member("purpose", "attachment").member("mimeType", attachment.media_type).member("attachmentId", attachment.id);
    json.optional_member("filename", attachment.file_name).optional_member("description", attachment.description).end_object();
  }
  json.end_list().end_object();
}

void write_payment(JsonWriter& json, const PaymentMetadata& payment) {
  json.name("paymentInformation").begin_object();
  json.member("transactionId", payment.transaction_id).member("transactionReference", payment.transaction_reference);
  json.member("paymentMethod", payment.method).member("status", payment.status);
  json.end_object();
}

void write_reply_channel(JsonWriter& json, const Metadata& metadata) {
  if (metadata.reply_key) {
    json.name("replyChannel").begin_object().name("fitConnect").begin_object();
    json.name("processStandards").begin_list().text(kQuestionSchema).end_list().name("encryptionPublicKey");
    jose::write_encryption_key(json, metadata.reply_key->numbers, metadata.reply_key->key_id);
    json.end_object().end_object();
  } else if (!metadata.reply_address.empty()) {
    json.name("replyChannel").begin_object().name("eMail").begin_object();
    json.member("address", metadata.reply_address).end_object().end_object();
  }
}

}  // namespace

std::string json_from_metadata(const Metadata& metadata) {
  JsonWriter json;
  json.begin_object().member("$schema", kSchema);
  write_content(json, metadata);
  if (metadata.payment) write_payment(json, *metadata.payment);
  write_reply_channel(json, metadata);
  if (!metadata.sender_reference.empty() || !metadata.application_date.empty()) {
    json.name("additionalReferenceInfo").begin_object();
    json.optional_member("senderReference", metadata.sender_reference).optional_member("applicationDate", metadata.application_date);
    json.end_object();
  }
  return json.end_object().take();
}

std::string hexadecimal(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) {
    text.push_back("0123456789abcdef"[static_cast<unsigned char>(byte) >> 4U]);
    text.push_back("0123456789abcdef"[static_cast<unsigned char>(byte) & 15U]);
  }
  return text;
}

}  // namespace stadttor::protocols::fit_connect
