#include "services/send_application/unsealed_application.h"

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "protocols/jose/base64url.h"

namespace stadttor::services::send_application {

using protocols::jose::base64url_from_bytes;
using protocols::jose::parse_base64url;

Personal<std::string> json_from_unsealed(const UnsealedApplication& application) {
  const auto& plain = application.plain;
  JsonWriter json;
  json.begin_object().member("data", plain.data.reveal<"kept in the vault until it can be sealed">());
  json.name("attachments").begin_list();
  for (const auto& attachment : plain.attachments) {
    json.begin_object().member("id", attachment.id).member("mediaType", attachment.media_type).member("name", attachment.file_name);
    json.member("bytes", base64url_from_bytes(attachment.bytes.reveal<"kept in the vault until it can be sealed">())).end_object();
  }
  json.end_list().optional_member("replyAddress", plain.reply_address.reveal<"kept in the vault until it can be sealed">());
  json.optional_member("senderReference", plain.sender_reference).optional_member("applicationDate", plain.application_date);
  json.optional_member("schema", application.schema_uri).member("service", application.service).member("serviceName", application.service_name);
  json.optional_member("case", application.case_id);
  json.member("entry", json_from_entry(application.entry).reveal<"kept in the vault until it can be sealed">());
  json.name("attempts").number(application.attempts).name("notBefore").number(application.not_before);
  json.member("trouble", trouble_name(application.trouble)).optional_member("refusal", application.refusal);
  return Personal<std::string>(json.end_object().take());
}

Result<UnsealedApplication> parse_unsealed(const Personal<std::string>& text) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text.reveal<"read to be sealed">(), "unsealed application"));
  JsonReader reader = document.root();
  UnsealedApplication application;
  auto& plain = application.plain;
  plain.data = Personal<std::string>(reader.required_text("data"));
  reader.each("attachments", [&plain](JsonReader attachment) {
    auto bytes = parse_base64url(attachment.required_text("bytes"));
    if (!bytes) attachment.report("bytes", "expected base64url");
    plain.attachments.push_back({attachment.required_text("id"), attachment.required_text("mediaType"), attachment.required_text("name"),
                                 Personal<std::string>(std::move(bytes).value_or(std::string()))});
  });
  plain.reply_address = Personal<std::string>(reader.optional_text("replyAddress"));
  plain.sender_reference = reader.optional_text("senderReference");
  plain.application_date = reader.optional_text("applicationDate");
  application.schema_uri = reader.optional_text("schema");
  application.service = reader.required_text("service");
  application.service_name = reader.required_text("serviceName");
  application.case_id = reader.optional_text("case");
  TRY_ASSIGN(application.entry, kept_data::parse_ledger_entry(Personal<std::string>(reader.required_text("entry"))));
  application.attempts = static_cast<unsigned>(reader.required_number("attempts"));
  application.not_before = static_cast<std::int64_t>(reader.required_number("notBefore"));
  application.trouble = trouble_from_name(reader.required_text("trouble"));
  application.refusal = reader.optional_text("refusal");
  TRY(document.finish());
  return application;
}

}  // namespace stadttor::services::send_application
