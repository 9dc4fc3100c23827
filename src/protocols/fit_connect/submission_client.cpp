#include "protocols/fit_connect/submission_client.h"

#include <algorithm>
#include <functional>
#include <list>

#include "foundation/json_reader.h"

namespace stadttor::protocols::fit_connect {

using platform::HttpRequest;
using platform::HttpResponse;
using platform::RequestHandle;

namespace {

constexpr unsigned kMostEvents = 5000;
constexpr std::size_t kLongestAnswer = 2U << 20U;

// application/problem+json (RFC 7807), or whatever stands there instead: a login page of a hotel, half a message.
Error error_of(const HttpResponse& response, const std::string& path) {
  const bool is_refusal = response.status >= 400 && response.status < 500;
  std::string detail = "HTTP " + std::to_string(response.status);
  if (auto document = JsonDocument::parse(response.body, path); document.ok()) {
    const std::string type = document.value().root().optional_text("type");
    if (!type.empty()) detail.append(" ").append(type.substr(0, 200));
  }
  if (response.status == 404) return {ErrorKind::NotFound, path, detail, NextStep::ContactOffice};
  // A page with "Willkommen im WLAN", say.
  if (response.status < 300) return {ErrorKind::MalformedData, path, detail, NextStep::TryAgain};
  if (is_refusal) return {ErrorKind::ServerRefused, path, detail, NextStep::ContactOffice};
  return {ErrorKind::ServerFailed, path, detail, NextStep::TryAgain};
}

Result<AnnouncedSubmission> parse_announced(const std::string& body, const std::string& path) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, path));
  JsonReader reader = document.root();
  AnnouncedSubmission announced{reader.required_text("submissionId"), reader.required_text("caseId")};
  TRY(document.finish());
  if (!is_uuid(announced.submission_id) || !is_uuid(announced.case_id)) {
    return Error{ErrorKind::MalformedData, path, "ids that are none", NextStep::ContactOffice};
  }
  return announced;
}

struct EventPage {
  std::vector<std::string> tokens;
  unsigned total = 0;
};

Result<EventPage> parse_events(const std::string& body, const std::string& path) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, path));
  EventPage page;
  page.tokens = document.root().texts("eventLog");
  const double total = document.root().required_number("totalCount");
  TRY(document.finish());
  page.total = total > 0 && total < kMostEvents ? static_cast<unsigned>(total) : kMostEvents;
  return page;
}

Result<std::vector<SealedReply>> parse_replies(const std::string& body, const std::string& path) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(body, path));
  std::vector<SealedReply> replies;
  document.root().each("replies", [&replies](JsonReader reply) {
    replies.push_back({reply.required_text("replyId"), reply.required_text("encryptedMetadata"), reply.required_text("encryptedData")});
  });
  TRY(document.finish());
  if (std::all_of(replies.begin(), replies.end(), [](const SealedReply& reply) { return is_uuid(reply.id); })) return replies;
  return Error{ErrorKind::MalformedData, path, "ids that are none", NextStep::ContactOffice};
}

Result<jose::JsonWebKey> parse_signature_key(const std::string& body, const std::string& path, const std::string& key_id) {
  TRY_ASSIGN(jose::JsonWebKey key, jose::parse_json_web_key(body, path));
  TRY(jose::check_signature_key(key, key_id));
  return key;
}

Result<jose::JsonWebKey> parse_encryption_key(const std::string& body, const std::string& path, const std::string& key_id) {
  TRY_ASSIGN(jose::JsonWebKey key, jose::parse_json_web_key(body, path));
  TRY(jose::check_encryption_key(key, key_id));
  return key;
}

// Ids come from packs and answers and go into addresses: nothing in them may be read as a path.
bool is_plain(const std::string& id) {
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

}  // namespace

struct SubmissionClient::Requests {
  platform::HttpClient& http;
  const Dialect& dialect;
  std::string gateway;
  std::list<std::unique_ptr<RequestHandle>> open{};

  // `read` sees the body of an answer with the expected status.
  template <class Value, class Read>
  static void send(const std::shared_ptr<Requests>& self, HttpRequest request, int expected, Answer<Value> answer, Read read) {
    const std::string path = request.url;
    request.url = self->gateway + path;
    self->open.emplace_back();
    const auto place = std::prev(self->open.end());
    *place = self->http.send(std::move(request), [weak = std::weak_ptr<Requests>(self), place, path, expected, answer, read](Result<HttpResponse> response) {
      const auto requests = weak.lock();
      if (!requests) return;
      const std::unique_ptr<RequestHandle> ended = std::move(*place);
      requests->open.erase(place);
      if (!response.ok()) return answer(response.error(), {true, 0});
      const HttpResponse& given = response.value();
      if (given.status != expected) {
        // Another success than the agreed one is no success: somebody stands in between.
        const RetryAdvice advice = given.status < 400 ? RetryAdvice{true, 0} : advice_for(given.status, given.retry_after);
        return answer(error_of(given, path), advice);
      }
      if (given.body.size() > kLongestAnswer) return answer(Error{ErrorKind::MalformedData, path, "too long", NextStep::TryAgain}, {true, 0});
      Result<Value> value = read(given.body, path);
      // An answer that cannot be read says nothing about what was done: it may have been cut off.
      answer(std::move(value), {true, 0});
    });
  }

  template <class Value>
  static void refuse(const Answer<Value>& answer, const char* what) {
    answer(Error{ErrorKind::MalformedData, what, "an id with characters that do not belong there", NextStep::ContactOffice}, {});
  }
};

SubmissionClient::SubmissionClient(platform::HttpClient& http, const Dialect& dialect, std::string gateway)
    : requests_(std::make_shared<Requests>(Requests{http, dialect, std::move(gateway)})) {}
SubmissionClient::~SubmissionClient() = default;

namespace {

HttpRequest get(std::string path) { return {"GET", std::move(path), {{"accept", "application/json"}}, {}}; }
HttpRequest with_body(const char* method, std::string path, const char* type, std::string body) {
  return {method, std::move(path), {{"content-type", type}, {"accept", "application/json"}}, std::move(body)};
}

const auto kNothing = [](const std::string&, const std::string&) -> Outcome { return Done{}; };

}  // namespace

void SubmissionClient::request_destination(const std::string& id, Answer<Destination> answer) {
  if (!is_plain(id)) return Requests::refuse(answer, "destination");
  Requests::send<Destination>(requests_, get(requests_->dialect.destination_path(id)), 200, std::move(answer), [id](const std::string& body, const std::string& path) -> Result<Destination> {
    TRY_ASSIGN(Destination destination, parse_destination(body, path));
    // v2 does not repeat the id; a different one is another destination.
    if (destination.id.empty()) destination.id = id;
    if (destination.id != id) return Error{ErrorKind::MalformedData, path, "another destination than was asked for", NextStep::ContactOffice};
    return destination;
  });
}

void SubmissionClient::request_encryption_key(const Destination& destination, Answer<jose::JsonWebKey> answer) {
  const std::string key_id = destination.encryption_key_id;
  if (!is_plain(destination.id) || !is_plain(key_id)) return Requests::refuse(answer, "key");
  Requests::send<jose::JsonWebKey>(requests_, get(requests_->dialect.key_path(destination.id, key_id)), 200, std::move(answer),
                                   [key_id](const std::string& body, const std::string& path) { return parse_encryption_key(body, path, key_id); });
}

void SubmissionClient::request_signature_key(const std::string& destination_id, const std::string& key_id, Answer<jose::JsonWebKey> answer) {
  if (!is_plain(destination_id) || !is_plain(key_id)) return Requests::refuse(answer, "key");
  Requests::send<jose::JsonWebKey>(requests_, get(requests_->dialect.key_path(destination_id, key_id)), 200, std::move(answer),
                                   [key_id](const std::string& body, const std::string& path) { return parse_signature_key(body, path, key_id); });
}

void SubmissionClient::request_service_keys(Answer<std::vector<jose::JsonWebKey>> answer) {
  Requests::send<std::vector<jose::JsonWebKey>>(requests_, get("/.well-known/jwks.json"), 200, std::move(answer),
                                                [](const std::string& body, const std::string& path) { return jose::parse_json_web_key_set(body, path); });
}

void SubmissionClient::request_key_statement(const std::string& destination_id, Answer<std::string> answer) {
  if (!is_plain(destination_id)) return Requests::refuse(answer, "statement");
  HttpRequest request = get(std::string("/v1/destinations/").append(destination_id).append("/statement"));
  request.headers = {{"accept", "application/jose"}};
  Requests::send<std::string>(requests_, std::move(request), 200, std::move(answer), [](const std::string& body, const std::string&) -> Result<std::string> { return body; });
}

void SubmissionClient::announce(const Announcement& announcement, Answer<AnnouncedSubmission> answer) {
  HttpRequest request = with_body("POST", requests_->dialect.submissions_path(), "application/json", requests_->dialect.announcement_body(announcement));
  Requests::send<AnnouncedSubmission>(requests_, std::move(request), 201, std::move(answer), parse_announced);
}

void SubmissionClient::put_attachment(const std::string& submission_id, const std::string& attachment_id, std::string jwe, Answer<Done> answer) {
  if (!is_plain(submission_id) || !is_plain(attachment_id)) return Requests::refuse(answer, "attachment");
  HttpRequest request = with_body("PUT", requests_->dialect.attachment_path(submission_id, attachment_id), "application/jose", std::move(jwe));
  Requests::send<Done>(requests_, std::move(request), 204, std::move(answer), kNothing);
}

void SubmissionClient::submit(const std::string& submission_id, const std::string& metadata_jwe, const std::string& data_jwe, Answer<Done> answer) {
  if (!is_plain(submission_id)) return Requests::refuse(answer, "submission");
  HttpRequest request = with_body("PUT", requests_->dialect.submission_path(submission_id), "application/json", submission_body(metadata_jwe, data_jwe));
  Requests::send<Done>(requests_, std::move(request), requests_->dialect.submitted_status(), std::move(answer), kNothing);
}

void SubmissionClient::request_events(const AnnouncedSubmission& submission, Answer<std::vector<std::string>> answer) {
  if (!is_plain(submission.submission_id) || !is_plain(submission.case_id)) return Requests::refuse(answer, "events");
  struct Paging {
    std::vector<std::string> tokens;
    std::function<void()> next;
  };
  auto paging = std::make_shared<Paging>();
  // The page under way keeps the paging alive; between pages nobody does.
  paging->next = [requests = std::weak_ptr<Requests>(requests_), weak = std::weak_ptr<Paging>(paging), submission, answer] {
    const auto self = requests.lock();
    const auto pages = weak.lock();
    if (!self || !pages) return;
    HttpRequest request = get(self->dialect.events_path(submission, static_cast<unsigned>(pages->tokens.size())));
    const Answer<EventPage> page_read = [pages, answer](Result<EventPage> page, RetryAdvice advice) {
      if (!page.ok()) return answer(page.error(), advice);
      const bool is_last = page.value().tokens.empty() || pages->tokens.size() + page.value().tokens.size() >= page.value().total;
      pages->tokens.insert(pages->tokens.end(), page.value().tokens.begin(), page.value().tokens.end());
      if (is_last) return answer(std::move(pages->tokens), {});
      pages->next();
    };
    Requests::send<EventPage>(self, std::move(request), 200, page_read, parse_events);
  };
  paging->next();
}

void SubmissionClient::request_replies(const std::string& case_id, Answer<std::vector<SealedReply>> answer) {
  if (!is_plain(case_id)) return Requests::refuse(answer, "replies");
  HttpRequest request = get(std::string("/v1/cases/").append(case_id).append("/replies?limit=500"));
  Requests::send<std::vector<SealedReply>>(requests_, std::move(request), 200, std::move(answer), parse_replies);
}

}  // namespace stadttor::protocols::fit_connect
