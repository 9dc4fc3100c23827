#include "protocols/fit_connect/destination.h"

#include <algorithm>

namespace stadttor::protocols::fit_connect {

namespace {

DestinationStatus status_of(JsonReader& reader) {
  const std::string status = reader.required_text("status");
  if (status == "active") return DestinationStatus::Active;
  if (status == "inactive") return DestinationStatus::Inactive;
  if (status == "decommissioned") return DestinationStatus::Decommissioned;
  if (status != "created") reader.report("status", "expected created, active, inactive or decommissioned");
  return DestinationStatus::Created;
}

void read_service(JsonReader reader, std::vector<DestinationService>& services) {
  DestinationService service;
  service.identifier = reader.required_text("identifier");
  service.regions = reader.texts("regions");
  reader.each("submissionSchemas", [&service](JsonReader schema) {
    service.schemas.push_back({schema.required_text("schemaUri"), schema.required_text("mimeType")});
  });
  services.push_back(std::move(service));
}

Error refused(const Destination& destination, const char* why) {
  return {ErrorKind::NotSupported, "destination " + destination.id, why, NextStep::ContactOffice};
}

}  // namespace

Result<Destination> parse_destination(std::string_view json, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(json, std::move(where)));
  JsonReader reader = document.root();
  Destination destination;
  destination.id = reader.optional_text("destinationId");
  destination.status = status_of(reader);
  destination.encryption_key_id = reader.required_text("encryptionKid");
  destination.metadata_versions = reader.texts("metadataVersions");
  destination.has_reply_channel = reader.member("replyChannels").has("fitConnect");
  for (const char* list : {"services", "publicServices"}) {
    reader.each(list, [&destination](JsonReader service) { read_service(service, destination.services); });
  }
  TRY(document.finish());
  return destination;
}

Result<SubmissionSchema> find_schema(const Destination& destination, std::string_view service, std::string_view media_type) {
  if (destination.status != DestinationStatus::Active) return refused(destination, "takes no applications at the moment");
  for (const DestinationService& offered : destination.services) {
    if (offered.identifier != service) continue;
    for (const SubmissionSchema& schema : offered.schemas) {
      if (schema.media_type == media_type) return schema;
    }
  }
  return refused(destination, "does not take applications for this service in this form");
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool is_digit = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (is_dash ? text[i] != '-' : !is_digit) return false;
  }
  return true;
}

std::string uuid_from_random(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < 16 && i < bytes.size(); ++i) {
    unsigned byte = static_cast<unsigned char>(bytes[i]);
    if (i == 6) byte = (byte & 0x0fU) | 0x40U;
    if (i == 8) byte = (byte & 0x3fU) | 0x80U;
    if (i == 4 || i == 6 || i == 8 || i == 10) text.push_back('-');
    text.push_back("0123456789abcdef"[byte >> 4U]);
    text.push_back("0123456789abcdef"[byte & 15U]);
  }
  return text;
}

}  // namespace stadttor::protocols::fit_connect
