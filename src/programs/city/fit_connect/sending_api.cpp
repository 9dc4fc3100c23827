// What a sender does: announce (POST), attachments (PUT), submit (PUT). A repeated last PUT with the same bytes is answered as the
// first one was, because a sender whose answer got lost has nothing else to ask with; other bytes are refused.
#include <algorithm>

#include "foundation/json_reader.h"
#include "platform/native/openssl_primitives.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/fit_connect/case_events.h"
#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/jwe_check.h"
#include "programs/city/fit_connect/security_event_token.h"
#include "programs/city/fit_connect/submission_json.h"
#include "programs/city/fit_connect/submission_problem.h"
#include "protocols/fit_connect/destination.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server {
namespace {

constexpr std::size_t kMostAttachments = 100;
constexpr std::size_t kAttachmentLimit = 16 * 1024 * 1024;  // bytes: 10 MiB and what JWE adds
constexpr std::size_t kSubmissionLimit = 8 * 1024 * 1024;   // bytes

Result<std::string> new_uuid() {
  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string bytes, random.bytes(16));
  return protocols::fit_connect::uuid_from_random(bytes);
}

struct Announcement {
  SubmissionRecord submission;
  std::vector<std::string> attachment_ids;
};

Result<Announcement> parse_announcement(const std::string& body) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, "body"));
  JsonReader root = document.root();
  Announcement announcement;
  SubmissionRecord& submission = announcement.submission;
  submission.destination_id = root.required_text("destinationId");
  submission.case_id = root.optional_text("caseId");
  JsonReader service = root.member("serviceType");
  submission.service_name = service.required_text("name");
  submission.service_identifier = service.required_text("identifier");
  if (!root.has("announcedAttachments")) root.report("announcedAttachments", "expected a list");
  announcement.attachment_ids = root.texts("announcedAttachments");
  std::vector<std::string> ids = announcement.attachment_ids;
  std::sort(ids.begin(), ids.end());
  const bool is_sound = std::all_of(ids.begin(), ids.end(), protocols::fit_connect::is_uuid) && std::adjacent_find(ids.begin(), ids.end()) == ids.end();
  if (!is_sound || ids.size() > kMostAttachments) root.report("announcedAttachments", "expected at most 100 different UUIDs");
  if (!protocols::fit_connect::is_uuid(submission.destination_id)) root.report("destinationId", "expected a UUID");
  if (!submission.case_id.empty() && !protocols::fit_connect::is_uuid(submission.case_id)) root.report("caseId", "expected a UUID");
  TRY(document.finish());
  return announcement;
}

const OfferedService* find_service(const DestinationRecord& destination, const std::string& identifier) {
  for (const OfferedService& service : destination.services) {
    if (service.identifier == identifier) return &service;
  }
  return nullptr;
}

Result<Answer> announced(DeliveryService& service, const Grant& grant, Announcement announcement) {
  SubmissionRecord& submission = announcement.submission;
  submission.client_id = grant.client_id();
  submission.changed_at = service.now();
  TRY_ASSIGN(submission.submission_id, new_uuid());
  if (submission.case_id.empty()) {
    TRY_ASSIGN(submission.case_id, new_uuid());
  }
  const Outcome stored = service.connection.transact([&]() -> Outcome {
    TRY(insert_submission(service.connection, submission, announcement.attachment_ids));
    return record_own_event(service, submission, "create-submission", "{}");
  });
  TRY(stored);
  return json_answer(201, json_from_announced(submission));
}

Result<Answer> announce(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  Result<Announcement> parsed = parse_announcement(request.body);
  if (!parsed.ok()) return malformed_answer("Die Ankündigung ist unvollständig oder falsch: " + parsed.error().where);
  const SubmissionRecord& wanted = parsed.value().submission;
  TRY_ASSIGN(const std::optional<DestinationRecord> destination, find_destination(service.connection, wanted.destination_id));
  if (!destination) return unknown_destination_answer();
  const OfferedService* offered = find_service(*destination, wanted.service_identifier);
  if (offered == nullptr) {
    return submission_problem(422, "service-mismatch", "Leistung nicht angeboten", "Der Zustellpunkt nimmt für diese Leistung nichts an.");
  }
  if (!grant.may_send(offered->region, offered->identifier)) return not_granted_answer();
  if (destination->status != "active") {
    return submission_problem(422, "destination-state-invalid", "Zustellpunkt nicht aktiv", "Der Zustellpunkt nimmt zurzeit nichts an.");
  }
  if (!wanted.case_id.empty()) {
    TRY_ASSIGN(const std::optional<SubmissionRecord> former, find_submission_of_case(service.connection, wanted.case_id));
    const bool is_own = former && former->client_id == grant.client_id() && former->destination_id == wanted.destination_id;
    if (!is_own) return submission_problem(422, "case-not-found", "Vorgang nicht gefunden", "Diesen Vorgang gibt es bei diesem Zustellpunkt nicht.");
  }
  return announced(service, grant, std::move(parsed).value());
}

Answer not_announced_answer() {
  return submission_problem(422, "attachment-not-announced", "Anlage nicht angekündigt",
                            "Anlagen werden nur unter ihrer angekündigten Kennung angenommen.");
}

Answer already_submitted_answer() {
  return submission_problem(422, "submission-state-invalid", "Einreichung schon abgesendet",
                            "Die Einreichung wurde schon mit anderem Inhalt abgesendet und kann nicht geändert werden.");
}

Result<Answer> put_attachment(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  TRY_ASSIGN(const std::optional<SubmissionRecord> submission, find_submission(service.connection, value_of(request.path_values, "submissionId")));
  // The OpenAPI has no 404 for this call.
  if (!submission || submission->state == SubmissionState::Deleted) return not_announced_answer();
  if (submission->client_id != grant.client_id()) return not_granted_answer();
  const std::string_view id = value_of(request.path_values, "attachmentId");
  TRY_ASSIGN(const std::vector<StoredAttachment> attachments, read_attachments(service.connection, submission->submission_id));
  const auto stored = std::find_if(attachments.begin(), attachments.end(), [id](const StoredAttachment& one) { return one.id == id; });
  if (stored == attachments.end()) return not_announced_answer();
  TRY_ASSIGN(const std::optional<DestinationRecord> destination, find_destination(service.connection, submission->destination_id));
  if (std::optional<Answer> refusal = find_jwe_refusal(request.body, destination ? destination->encryption_key_id : "", {})) return *std::move(refusal);
  if (submission->state != SubmissionState::Announced) {
    if (stored->jwe != request.body) return already_submitted_answer();
  } else {
    TRY(store_attachment(service.connection, submission->submission_id, id, request.body));
  }
  Answer answer;
  answer.status = 204;
  return answer;
}

Result<std::string> content_hash_of(const SubmissionRecord& submission) {
  TRY_ASSIGN(const std::string hash, platform::hash_of(platform::HashKind::Sha512, submission.encrypted_metadata + "\n" + submission.encrypted_data));
  return protocols::jose::base64url_from_bytes(hash);
}

std::optional<Answer> find_content_refusal(const SubmissionRecord& submission, const DestinationRecord& destination) {
  if (auto refusal = find_jwe_refusal(submission.encrypted_metadata, destination.encryption_key_id, {"application/json"})) return refusal;
  if (submission.encrypted_data.empty()) return std::nullopt;  // the OpenAPI lets it be absent
  const OfferedService* offered = find_service(destination, submission.service_identifier);
  return find_jwe_refusal(submission.encrypted_data, destination.encryption_key_id,
                          {offered == nullptr ? std::string_view("application/json") : std::string_view(offered->mime_type)});
}

Outcome record_submitted(DeliveryService& service, const SubmissionRecord& submission, const std::vector<StoredAttachment>& attachments) {
  return service.connection.transact([&]() -> Outcome {
    TRY(store_content(service.connection, submission));
    TRY(record_own_event(service, submission, "submit-submission", content_from_tags(tags_of(submission, attachments))));
    return store_state(service.connection, submission.submission_id, SubmissionState::Submitted, service.now());
  });
}

Result<Answer> submit(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  TRY_ASSIGN(std::optional<SubmissionRecord> found, find_submission(service.connection, value_of(request.path_values, "submissionId")));
  if (!found || found->state == SubmissionState::Deleted) return unknown_submission_answer();
  if (found->client_id != grant.client_id()) return not_granted_answer();
  SubmissionRecord submission = *std::move(found);
  const std::string known_hash = submission.content_hash;
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(request.body, "body"));
  submission.encrypted_metadata = document.root().required_text("encryptedMetadata");
  submission.encrypted_data = document.root().optional_text("encryptedData");
  if (!document.finish().ok()) return malformed_answer("Es fehlt encryptedMetadata.");
  TRY_ASSIGN(submission.content_hash, content_hash_of(submission));
  TRY_ASSIGN(const std::vector<StoredAttachment> attachments, read_attachments(service.connection, submission.submission_id));
  if (submission.state != SubmissionState::Announced) {
    if (submission.content_hash != known_hash) return already_submitted_answer();
    return json_answer(202, json_from_submission(submission, attachments, WithContent::No));
  }
  TRY_ASSIGN(const std::optional<DestinationRecord> destination, find_destination(service.connection, submission.destination_id));
  if (!destination) return unknown_submission_answer();
  if (std::optional<Answer> refusal = find_content_refusal(submission, *destination)) return *std::move(refusal);
  const bool is_complete = std::all_of(attachments.begin(), attachments.end(), [](const StoredAttachment& one) { return !one.jwe.empty(); });
  if (!is_complete) {
    return submission_problem(422, "missing-attachment", "Einreichung unvollständig", "Angekündigte Anlagen sind noch nicht hochgeladen.");
  }
  TRY(record_submitted(service, submission, attachments));
  return json_answer(202, json_from_submission(submission, attachments, WithContent::No));
}

}  // namespace

void add_sending_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  const std::string submissions = "/submission-api/v1/submissions";
  const std::string one = submissions + "/{submissionId}";
  routes.add({"POST", submissions, "application/json", served_with_grant(service, announce)});
  routes.add({"PUT", one, "application/json", served_with_grant(service, submit), kSubmissionLimit});
  routes.add({"PUT", one + "/attachments/{attachmentId}", "application/jose", served_with_grant(service, put_attachment), kAttachmentLimit});
}

}  // namespace stadttor::city_server
