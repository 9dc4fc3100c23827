#include "services/send_application/question_reading.h"

#include <algorithm>

#include "protocols/fit_connect/event_verification.h"
#include "protocols/fit_connect/question.h"
#include "protocols/fit_connect/reply.h"
#include "services/send_application/reply_key.h"

namespace stadttor::services::send_application {

namespace fit_connect = protocols::fit_connect;
using fit_connect::RetryAdvice;
using fit_connect::SealedReply;
using fit_connect::SecurityEvent;

namespace {

struct Reading : std::enable_shared_from_this<Reading> {
  platform::Cryptography& cryptography;
  fit_connect::SubmissionClient& client;
  QuestionSource source;
  platform::Callback<ReadQuestions> callback;
  std::vector<SealedReply> replies{};
  std::vector<SecurityEvent> events{};
  protocols::jose::EncryptionKey key{};
  ReadQuestions read{};

  Reading(platform::Cryptography& used, fit_connect::SubmissionClient& asked, QuestionSource from, platform::Callback<ReadQuestions> done)
      : cryptography(used), client(asked), source(std::move(from)), callback(std::move(done)) {}

  void request_replies() {
    client.request_replies(source.submission.case_id, [self = shared_from_this()](Result<std::vector<SealedReply>> given, const RetryAdvice&) {
      if (!given.ok()) return self->callback(given.error());
      const auto& known = self->source.known;
      for (SealedReply& reply : given.value()) {
        if (std::find(known.begin(), known.end(), reply.id) == known.end()) self->replies.push_back(std::move(reply));
      }
      if (self->replies.empty()) return self->callback(ReadQuestions{});
      self->request_events();
    });
  }

  void request_events() {
    client.request_events(source.submission, [self = shared_from_this()](Result<std::vector<std::string>> tokens, const RetryAdvice&) {
      if (!tokens.ok()) return self->callback(tokens.error());
      const fit_connect::EventExpectation expected{self->source.submission, self->source.destination, self->source.service_issuer, {}};
      fit_connect::verify_reply_events(self->cryptography, self->client, expected, std::move(tokens).value(), [self](Result<std::vector<SecurityEvent>> verified, const RetryAdvice&) {
        if (!verified.ok()) return self->callback(verified.error());
        self->events = std::move(verified).value();
        self->import_key();
      });
    });
  }

  void import_key() {
    import_reply_key(cryptography, source.reply_key, [self = shared_from_this()](Result<protocols::jose::EncryptionKey> imported) {
      if (!imported.ok()) return self->callback(imported.error());
      self->key = std::move(imported).value();
      self->open(0);
    });
  }

  void open(std::size_t at) {
    if (at == replies.size()) return finish();
    const SealedReply& reply = replies[at];
    const auto event = std::find_if(events.begin(), events.end(), [&reply](const SecurityEvent& known) { return known.subject == "reply:" + reply.id; });
    // Not signed for yet: it is looked at again next time.
    if (event == events.end()) return open(at + 1);
    fit_connect::open_reply(cryptography, key, reply, event->tags, [self = shared_from_this(), at, when = event->issued_at * 1000](Result<fit_connect::OpenedReply> opened) {
      self->take(at, when, opened);
      self->open(at + 1);
    });
  }

  void take(std::size_t at, std::int64_t when, const Result<fit_connect::OpenedReply>& opened) {
    const bool is_question = opened.ok() && opened.value().schema_uri == fit_connect::kQuestionSchema;
    auto question = is_question ? fit_connect::parse_question(opened.value().data) : Result<Personal<std::string>>(Error{});
    if (!question.ok()) {
      read.has_unreadable = true;
      return;
    }
    read.questions.push_back({replies[at].id, when, std::move(question).value(), {}});
  }

  void finish() {
    std::stable_sort(read.questions.begin(), read.questions.end(), [](const auto& a, const auto& b) { return a.when < b.when; });
    callback(std::move(read));
  }
};

}  // namespace

void read_questions(platform::Cryptography& cryptography, fit_connect::SubmissionClient& client, QuestionSource source, platform::Callback<ReadQuestions> callback) {
  std::make_shared<Reading>(cryptography, client, std::move(source), std::move(callback))->request_replies();
}

}  // namespace stadttor::services::send_application
