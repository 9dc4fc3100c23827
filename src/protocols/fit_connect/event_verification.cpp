#include "protocols/fit_connect/event_verification.h"

#include <optional>

#include "protocols/jose/json_web_signature.h"

namespace stadttor::protocols::fit_connect {

namespace {

using jose::JsonWebKey;

Error refused(const char* why) { return {ErrorKind::Tampered, "event log", why, NextStep::ContactOffice}; }

enum class Wanted : unsigned char { Submission, Replies };

// One event log on its way through the checks, token by token.
struct Verification : std::enable_shared_from_this<Verification> {
  platform::Cryptography& cryptography;
  SubmissionClient& client;
  Wanted wanted;
  EventExpectation expected;
  std::vector<std::string> tokens;
  Answer<std::vector<SecurityEvent>> answer;
  std::vector<SecurityEvent> events{};
  std::optional<std::vector<JsonWebKey>> service_keys{};
  std::vector<JsonWebKey> authority_keys{};

  Verification(platform::Cryptography& used, SubmissionClient& asked, Wanted about, EventExpectation should, std::vector<std::string> given,
               Answer<std::vector<SecurityEvent>> done)
      : cryptography(used), client(asked), wanted(about), expected(std::move(should)), tokens(std::move(given)), answer(std::move(done)) {}

  void fail(const Error& error, RetryAdvice advice = {}) { answer(error, advice); }

  void verify(std::size_t at) {
    if (at == tokens.size()) return answer(std::move(events), {});
    auto jws = jose::parse_jws(tokens[at]);
    if (!jws.ok()) return fail(jws.error());
    auto event = parse_security_event(jws.value().payload, jws.value().header.type);
    if (!event.ok() && event.error().kind == ErrorKind::NotSupported) return verify(at + 1);
    if (!event.ok()) return fail(event.error());
    const bool is_wanted = wanted == Wanted::Replies ? event.value().kind == EventKind::Replied : !is_about_another_of_case(event.value(), expected);
    if (!is_wanted) return verify(at + 1);
    // Before its key is asked for: what nobody may say needs no signature.
    if (const Outcome outcome = check(event.value()); !outcome.ok()) return fail(outcome.error());
    find_key(at, std::move(jws).value(), std::move(event).value());
  }

  Outcome check(const SecurityEvent& event) const {
    if (wanted == Wanted::Replies) return check_reply_event(event, expected);
    TRY(check_event(event, expected));
    const bool is_in_order = events.empty() ? event.kind == EventKind::Created : may_follow(events.back().kind, event.kind);
    return is_in_order ? Outcome(Done{}) : Outcome(refused("events that cannot follow each other"));
  }

  void find_key(std::size_t at, jose::UnverifiedJws jws, SecurityEvent event) {
    const std::string key_id = jws.header.key_id;
    if (event.issuer == expected.destination_id) {
      for (const JsonWebKey& key : authority_keys) {
        if (key.key_id == key_id) return verify_with(at, key, std::move(jws), std::move(event));
      }
      return client.request_signature_key(expected.destination_id, key_id,
                                          [self = shared_from_this(), at, jws, event](Result<JsonWebKey> key, RetryAdvice advice) {
                                            if (!key.ok()) return self->fail(key.error(), advice);
                                            self->authority_keys.push_back(key.value());
                                            self->verify_with(at, key.value(), jws, event);
                                          });
    }
    if (!service_keys) {
      return client.request_service_keys([self = shared_from_this(), at, jws, event](Result<std::vector<JsonWebKey>> keys, RetryAdvice advice) {
        if (!keys.ok()) return self->fail(keys.error(), advice);
        self->service_keys = std::move(keys).value();
        self->find_key(at, jws, event);
      });
    }
    for (const JsonWebKey& key : *service_keys) {
      if (key.key_id != key_id) continue;
      if (const Outcome outcome = jose::check_signature_key(key, key_id); !outcome.ok()) return fail(outcome.error());
      return verify_with(at, key, std::move(jws), std::move(event));
    }
    fail(refused("signed with a key the delivery service does not have"));
  }

  void verify_with(std::size_t at, const JsonWebKey& key, jose::UnverifiedJws jws, SecurityEvent event) {
    jose::verify_jws(cryptography, key, std::move(jws), [self = shared_from_this(), at, event = std::move(event)](Outcome outcome) {
      if (!outcome.ok()) return self->fail(outcome.error());
      self->events.push_back(event);
      self->verify(at + 1);
    });
  }
};

}  // namespace

void verify_events(platform::Cryptography& cryptography, SubmissionClient& client, EventExpectation expected, std::vector<std::string> tokens,
                   Answer<std::vector<SecurityEvent>> answer) {
  std::make_shared<Verification>(cryptography, client, Wanted::Submission, std::move(expected), std::move(tokens), std::move(answer))->verify(0);
}

void verify_reply_events(platform::Cryptography& cryptography, SubmissionClient& client, EventExpectation expected, std::vector<std::string> tokens,
                         Answer<std::vector<SecurityEvent>> answer) {
  std::make_shared<Verification>(cryptography, client, Wanted::Replies, std::move(expected), std::move(tokens), std::move(answer))->verify(0);
}

}  // namespace stadttor::protocols::fit_connect
