#include "programs/city/fit_connect/submission_json.h"

#include "foundation/json_writer.h"
#include "protocols/fit_connect/question.h"

namespace stadttor::city_server {
namespace {

void write_ids(JsonWriter& json, const SubmissionRecord& submission) {
  json.member("destinationId", submission.destination_id).member("submissionId", submission.submission_id).member("caseId", submission.case_id);
}

void write_service(JsonWriter& json, const OfferedService& service) {
  json.begin_object().member("identifier", service.identifier).name("regions").begin_list().text(service.region).end_list();
  json.name("submissionSchemas").begin_list().begin_object();
  json.member("mimeType", service.mime_type).member("schemaUri", service.schema_uri).end_object().begin_object();
  // Whatever was applied for, a question about it can be answered.
  json.member("mimeType", "application/json").member("schemaUri", protocols::fit_connect::kAnswerSchema).end_object().end_list().end_object();
}

}  // namespace

Answer json_answer(int status, std::string json) {
  Answer answer;
  answer.status = status;
  answer.content_type = "application/json";
  answer.body = std::move(json);
  return answer;
}

std::string json_from_destination(const DestinationRecord& destination) {
  JsonWriter json;
  json.begin_object().member("destinationId", destination.destination_id).member("encryptionKid", destination.encryption_key_id);
  json.name("metadataVersions").begin_list().text("2.1.0").end_list();
  json.name("replyChannels").begin_object().name("eMail").begin_object().name("usePgp").flag(false).end_object();
  // Not in 1.1.3's list of channels; metadata 2.1.0 has it.
  json.name("fitConnect").begin_object().name("processStandards").begin_list().text(protocols::fit_connect::kQuestionSchema).end_list().end_object().end_object();
  json.name("services").begin_list();
  for (const OfferedService& service : destination.services) write_service(json, service);
  return json.end_list().member("status", destination.status).end_object().take();
}

std::string json_from_announced(const SubmissionRecord& submission) {
  JsonWriter json;
  json.begin_object();
  write_ids(json, submission);
  return json.end_object().take();
}

std::string json_from_submission(const SubmissionRecord& submission, const std::vector<StoredAttachment>& attachments, WithContent with_content) {
  JsonWriter json;
  json.begin_object();
  write_ids(json, submission);
  json.name("attachments").begin_list();
  for (const StoredAttachment& attachment : attachments) {
    if (!attachment.jwe.empty()) json.text(attachment.id);
  }
  json.end_list().name("serviceType").begin_object();
  json.member("name", submission.service_name).member("identifier", submission.service_identifier).end_object();
  if (with_content == WithContent::Yes) {
    json.member("encryptedMetadata", submission.encrypted_metadata).optional_member("encryptedData", submission.encrypted_data);
  }
  return json.end_object().take();
}

std::string json_from_pickup_list(const PickupList& list, const ListRange& range) {
  JsonWriter json;
  json.begin_object().name("count").number(static_cast<std::int64_t>(list.submissions.size()));
  json.name("offset").number(range.offset).name("totalCount").number(list.total).name("submissions").begin_list();
  for (const SubmissionRecord& submission : list.submissions) {
    json.begin_object();
    write_ids(json, submission);
    json.end_object();
  }
  return json.end_list().end_object().take();
}

}  // namespace stadttor::city_server
