#include "services/send_application/recipient_check.h"

#include "protocols/jose/base64url.h"

namespace stadttor::services::send_application {

namespace fit_connect = protocols::fit_connect;
namespace jose = protocols::jose;
using fit_connect::RetryAdvice;

struct RecipientCheck::Known {
  RecipientPorts ports;
  jose::JsonWebKey statement_key;
  std::map<std::string, CheckedRecipient> recipients{};
};

// One round of questions: destination, key, statement.
struct RecipientCheck::Checking : std::enable_shared_from_this<Checking> {
  std::weak_ptr<Known> known;
  RecipientPorts ports;
  std::string wanted;
  std::function<void(const RecipientAnswer&)> answer;
  CheckedRecipient found{};

  Checking(const std::shared_ptr<Known>& asked, std::string destination, std::function<void(const RecipientAnswer&)> callback)
      : known(asked), ports(asked->ports), wanted(std::move(destination)), answer(std::move(callback)) {}

  void fail(const TroubleMet& met) {
    const auto here = known.lock();
    if (!here) return;
    const bool is_nobody_there = met.trouble == Trouble::NoNetwork || met.trouble == Trouble::GatewayBusy || met.trouble == Trouble::UnexpectedAnswer;
    const auto before = here->recipients.find(wanted);
    if (is_nobody_there && before != here->recipients.end() && before->second.good_until > ports.clock.now()) return answer({before->second, {}});
    answer({std::nullopt, met});
  }

  // What was believed before holds no longer, also when nobody can be reached later.
  void fail_for_good(const TroubleMet& met) {
    if (const auto here = known.lock()) here->recipients.erase(wanted);
    fail(met);
  }

  // An answer that is whole and says what may not be is the office's to mend; half of one may be better next time.
  void fail(const Error& error, const RetryAdvice& advice, Trouble refusal) {
    const bool is_definite = error.kind == ErrorKind::MalformedData && error.next_step == NextStep::ContactOffice;
    fail(is_definite ? TroubleMet{refusal, 0, text_from_error(error)} : trouble_of(error, advice, refusal));
  }

  void ask_destination() {
    ports.client.request_destination(wanted, [self = shared_from_this()](Result<fit_connect::Destination> destination, const RetryAdvice& advice) {
      if (!destination.ok()) return self->fail(destination.error(), advice, Trouble::DestinationClosed);
      self->found.destination = std::move(destination).value();
      if (self->found.destination.status != fit_connect::DestinationStatus::Active) return self->fail({Trouble::DestinationClosed, 0, "not active"});
      self->ask_key();
    });
  }

  void ask_key() {
    ports.client.request_encryption_key(found.destination, [self = shared_from_this()](Result<jose::JsonWebKey> key, const RetryAdvice& advice) {
      if (!key.ok()) return self->fail(key.error(), advice, Trouble::KeyRefused);
      self->found.key = std::move(key).value();
      const Outcome valid = jose::check_validity(self->found.key, self->ports.clock.now());
      if (!valid.ok()) return self->fail({Trouble::KeyRefused, 0, text_from_error(valid.error())});
      self->take_thumbprint();
    });
  }

  void take_thumbprint() {
    ports.cryptography.hash(platform::HashKind::Sha256, jose::thumbprint_input(found.key), [self = shared_from_this()](Result<std::string> hash) {
      if (!hash.ok()) return self->fail(hash.error(), {}, Trouble::KeyRefused);
      self->found.thumbprint = jose::base64url_from_bytes(hash.value());
      // The client may have gone while the hash was made.
      if (!self->known.expired()) self->ask_statement();
    });
  }

  void ask_statement() {
    ports.client.request_key_statement(wanted, [self = shared_from_this()](Result<std::string> token, const RetryAdvice& advice) {
      if (!token.ok()) return self->fail(token.error(), advice, Trouble::StatementExpired);
      const auto here = self->known.lock();
      if (!here) return;
      verify_key_statement(self->ports.cryptography, here->statement_key, token.value(), {self->wanted, self->found.thumbprint, self->ports.clock.now()},
                           [self](Result<KeyStatement> statement) { self->take_statement(statement); });
    });
  }

  void take_statement(const Result<KeyStatement>& statement) {
    if (!statement.ok()) {
      const Error& error = statement.error();
      if (error.kind == ErrorKind::ServerRefused) return fail_for_good({Trouble::KeyRevoked, 0, text_from_error(error)});
      if (error.kind == ErrorKind::TimedOut) return fail({Trouble::StatementExpired, 0, text_from_error(error)});
      const bool is_no_token = error.kind == ErrorKind::MalformedData;
      return fail({is_no_token ? Trouble::UnexpectedAnswer : Trouble::StatementRefused, 0, text_from_error(error)});
    }
    const auto here = known.lock();
    if (!here) return;
    found.good_until = statement.value().expires_at;
    here->recipients[wanted] = found;
    answer({found, {}});
  }
};

RecipientCheck::RecipientCheck(RecipientPorts ports, jose::JsonWebKey statement_key)
    : known_(std::make_shared<Known>(Known{ports, std::move(statement_key)})) {}
RecipientCheck::~RecipientCheck() = default;

void RecipientCheck::check(const std::string& destination, std::function<void(const RecipientAnswer&)> answer) {
  std::make_shared<Checking>(known_, destination, std::move(answer))->ask_destination();
}

Result<fit_connect::SubmissionSchema> agreed_schema(const fit_connect::Destination& destination, const std::string& service, const std::string& schema_uri) {
  TRY_ASSIGN(fit_connect::SubmissionSchema schema, fit_connect::find_schema(destination, service, "application/json"));
  if (schema_uri.empty() || schema.uri == schema_uri) return schema;
  // The same service may be offered with several.
  for (const auto& offered : destination.services) {
    if (offered.identifier != service) continue;
    for (const auto& candidate : offered.schemas) {
      if (candidate.uri == schema_uri && candidate.media_type == "application/json") return candidate;
    }
  }
  return Error{ErrorKind::NotSupported, "destination " + destination.id, "expects another version of the form", NextStep::ContactOffice};
}

}  // namespace stadttor::services::send_application
