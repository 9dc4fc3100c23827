// The reply channel: an authority answers in a case (POST /v1/replies, then its signed submit-reply event), the sender reads it
// (GET /v1/cases/{caseId}/replies). PROVISIONAL: Submission API 1.1.3 and the metadata schema name the channel and no resource for it,
// so these paths are this server's own. A sender has no signing key here, so there is no acknowledgement by the sender; the answer is
// a submission in the same case.
#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/jwe_check.h"
#include "programs/city/fit_connect/reply_records.h"
#include "programs/city/fit_connect/submission_json.h"
#include "programs/city/fit_connect/submission_problem.h"
#include "protocols/fit_connect/destination.h"

namespace stadttor::city_server {
namespace {

constexpr std::size_t kReplyLimit = 256 * 1024;  // bytes

Result<ReplyRecord> parse_reply(const std::string& body) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, "body"));
  JsonReader root = document.root();
  ReplyRecord reply{root.required_text("replyId"), root.required_text("caseId"), root.required_text("encryptedMetadata"), root.required_text("encryptedData"), false};
  for (const char* id : {"replyId", "caseId"}) {
    if (!protocols::fit_connect::is_uuid(root.optional_text(id))) root.report(id, "expected a UUID");
  }
  TRY(document.finish());
  return reply;
}

Answer created_answer(const ReplyRecord& reply) {
  JsonWriter json;
  return json_answer(201, json.begin_object().member("replyId", reply.reply_id).member("caseId", reply.case_id).end_object().take());
}

Result<Answer> post_reply(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  const Result<ReplyRecord> parsed = parse_reply(request.body);
  if (!parsed.ok()) return malformed_answer("Die Antwort ist unvollständig oder falsch: " + parsed.error().where);
  const ReplyRecord& reply = parsed.value();
  TRY_ASSIGN(const std::optional<SubmissionRecord> submission, find_submission_of_case(service.connection, reply.case_id));
  if (!submission) return unknown_case_answer();
  if (!grant.may_subscribe(submission->destination_id)) return not_granted_answer();
  for (const std::string& jwe : {reply.encrypted_metadata, reply.encrypted_data}) {
    if (std::optional<Answer> refusal = find_jwe_refusal(jwe, kAnyKey, {"application/json"})) return *std::move(refusal);
  }
  TRY_ASSIGN(const std::optional<ReplyRecord> known, find_reply(service.connection, reply.reply_id));
  if (!known) {
    TRY(insert_reply(service.connection, reply));
    return created_answer(reply);
  }
  // An authority whose answer got lost sends the same once more.
  const bool is_same = known->case_id == reply.case_id && known->encrypted_metadata == reply.encrypted_metadata && known->encrypted_data == reply.encrypted_data;
  if (is_same) return created_answer(reply);
  return submission_problem(422, "reply-state-invalid", "Antwort schon gesendet", "Unter dieser Kennung gibt es schon eine andere Antwort.");
}

Result<Answer> replies_answer(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  const std::string_view case_id = value_of(request.path_values, "caseId");
  TRY_ASSIGN(const std::optional<SubmissionRecord> submission, find_submission_of_case(service.connection, case_id));
  if (!submission) return unknown_case_answer();
  const bool is_party = submission->client_id == grant.client_id() || grant.may_subscribe(submission->destination_id);
  if (!is_party) return not_granted_answer();
  const ListRange range = list_range_of(request);
  TRY_ASSIGN(const ReplyPage page, read_replies(service.connection, case_id, range.limit, range.offset));
  JsonWriter json;
  json.begin_object().name("count").number(static_cast<std::int64_t>(page.replies.size())).name("offset").number(range.offset);
  json.name("totalCount").number(page.total).name("replies").begin_list();
  for (const ReplyRecord& reply : page.replies) {
    json.begin_object().member("replyId", reply.reply_id).member("caseId", reply.case_id);
    json.member("encryptedMetadata", reply.encrypted_metadata).member("encryptedData", reply.encrypted_data).end_object();
  }
  return json_answer(200, json.end_list().end_object().take());
}

}  // namespace

void add_reply_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  const std::string api = "/submission-api/v1/";
  routes.add({"POST", api + "replies", "application/json", served_with_grant(service, post_reply), kReplyLimit});
  routes.add({"GET", api + "cases/{caseId}/replies", "application/json", served_with_grant(service, replies_answer)});
}

}  // namespace stadttor::city_server
