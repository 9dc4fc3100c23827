#include "programs/city/authority/api_submission_source.h"

#include "foundation/json_writer.h"
#include "foundation/url.h"

namespace stadttor::city_server::authority {

namespace {

constexpr const char* kApi = "/submission-api/v1/";
constexpr int kPageSize = 500;  // the most the API gives at once
constexpr platform::Instant kRenewBefore = 30'000;  // milliseconds

Error refused(const std::string& path, int status) {
  const ErrorKind kind = status == 409 ? ErrorKind::ChangedElsewhere : status == 404 ? ErrorKind::NotFound : status >= 500 ? ErrorKind::ServerFailed : ErrorKind::ServerRefused;
  return {kind, path, "the Submission API answers " + std::to_string(status), NextStep::TryAgain};
}

IncomingRequest get_request(const std::string& path) {
  IncomingRequest request;
  request.method = "GET";
  request.path = path;
  return request;
}

IncomingRequest post_request(const std::string& path, std::string type, std::string body) {
  IncomingRequest request;
  request.method = "POST";
  request.path = path;
  request.content_type = std::move(type);
  request.body_state = BodyState::Read;
  request.body = std::move(body);
  return request;
}

}  // namespace

Result<std::string> ApiSubmissionSource::token() {
  const std::lock_guard lock(mutex_);
  if (!token_.empty() && clock_.now() + kRenewBefore < token_ends_at_) return token_;
  const std::string body = "grant_type=client_credentials&client_id=" + percent_encoded(client_.client_id) + "&client_secret=" + percent_encoded(client_.client_secret);
  const Answer answer = send_(post_request("/token", "application/x-www-form-urlencoded", body));
  if (answer.status != 200) return refused("/token", answer.status);
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(answer.body, "/token"));
  token_ = document.root().required_text("access_token");
  token_ends_at_ = clock_.now() + static_cast<platform::Instant>(document.root().number_or("expires_in", 0) * 1000);
  TRY(document.finish());
  return token_;
}

Result<Answer> ApiSubmissionSource::ask(IncomingRequest request) {
  Answer answer;
  for (int attempt = 0; attempt < 2; ++attempt) {
    TRY_ASSIGN(const std::string bearer, token());
    request.authorization = "Bearer " + bearer;
    answer = send_(request);
    if (answer.status != 401) break;
    const std::lock_guard lock(mutex_);
    token_.clear();
  }
  if (answer.status < 200 || answer.status > 299) return refused(request.path, answer.status);
  return answer;
}

Result<std::string> ApiSubmissionSource::body_of(const std::string& path) {
  TRY_ASSIGN(Answer answer, ask(get_request(path)));
  return std::move(answer.body);
}

Outcome ApiSubmissionSource::each_page(const std::string& path, const std::function<std::size_t(JsonReader)>& visit) {
  for (std::size_t offset = 0;;) {
    IncomingRequest request = get_request(path);
    request.query = {{"limit", std::to_string(kPageSize)}, {"offset", std::to_string(offset)}};
    TRY_ASSIGN(const Answer answer, ask(std::move(request)));
    TRY_ASSIGN(JsonDocument document, JsonDocument::parse(answer.body, path));
    const double total = document.root().required_number("totalCount");
    const std::size_t count = visit(document.root());
    TRY(document.finish());
    offset += count;
    if (count == 0 || static_cast<double>(offset) >= total) return Done{};
  }
}

Result<std::vector<WaitingSubmission>> ApiSubmissionSource::request_waiting() {
  std::vector<WaitingSubmission> waiting;
  TRY(each_page(std::string(kApi) + "submissions", [&waiting](JsonReader page) {
    const std::size_t before = waiting.size();
    page.each("submissions", [&waiting](JsonReader entry) {
      waiting.push_back({entry.required_text("destinationId"), entry.required_text("submissionId"), entry.required_text("caseId")});
    });
    return waiting.size() - before;
  }));
  return waiting;
}

Result<FetchedSubmission> ApiSubmissionSource::request_submission(const std::string& submission_id) {
  const std::string path = kApi + ("submissions/" + percent_encoded(submission_id));
  TRY_ASSIGN(const std::string body, body_of(path));
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, path));
  JsonReader root = document.root();
  FetchedSubmission fetched;
  fetched.waiting = {root.required_text("destinationId"), root.required_text("submissionId"), root.required_text("caseId")};
  fetched.service_identifier = root.member("serviceType").required_text("identifier");
  fetched.service_name = root.member("serviceType").required_text("name");
  fetched.metadata_jwe = root.required_text("encryptedMetadata");
  fetched.data_jwe = root.optional_text("encryptedData");
  fetched.attachment_ids = root.texts("attachments");
  TRY(document.finish());
  return fetched;
}

Result<std::string> ApiSubmissionSource::request_attachment(const std::string& submission_id, const std::string& attachment_id) {
  return body_of(kApi + ("submissions/" + percent_encoded(submission_id) + "/attachments/" + percent_encoded(attachment_id)));
}

Result<std::vector<std::string>> ApiSubmissionSource::request_events(const std::string& case_id) {
  std::vector<std::string> events;
  TRY(each_page(kApi + ("cases/" + percent_encoded(case_id) + "/events"), [&events](JsonReader page) {
    const std::vector<std::string> tokens = page.texts("eventLog");
    events.insert(events.end(), tokens.begin(), tokens.end());
    return tokens.size();
  }));
  return events;
}

Result<std::string> ApiSubmissionSource::request_service_keys() {
  const std::string path = "/submission-api/.well-known/jwks.json";
  Answer answer = send_(get_request(path));
  if (answer.status != 200) return refused(path, answer.status);
  return std::move(answer.body);
}

Outcome ApiSubmissionSource::post_reply(const SealedReply& reply) {
  JsonWriter json;
  json.begin_object().member("replyId", reply.reply_id).member("caseId", reply.case_id);
  json.member("encryptedMetadata", reply.metadata_jwe).member("encryptedData", reply.data_jwe).end_object();
  TRY(ask(post_request(kApi + std::string("replies"), "application/json", json.take())));
  return Done{};
}

Outcome ApiSubmissionSource::post_event(const std::string& case_id, const std::string& token) {
  TRY(ask(post_request(kApi + ("cases/" + percent_encoded(case_id) + "/events"), "application/jose", token)));
  return Done{};
}

}  // namespace stadttor::city_server::authority
