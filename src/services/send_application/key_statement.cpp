#include "services/send_application/key_statement.h"

#include "protocols/jose/json_web_signature.h"

namespace stadttor::services::send_application {

namespace jose = protocols::jose;

namespace {

constexpr std::int64_t kLongestLife = std::int64_t{24} * 60 * 60 * 1000;
// Clocks of citizens' devices are not exact.
constexpr std::int64_t kClockTolerance = std::int64_t{5} * 60 * 1000;

Error refused(ErrorKind kind, const char* why) { return {kind, "key statement", why, NextStep::TryAgain}; }

}  // namespace

Result<KeyStatement> parse_key_statement(std::string_view payload, std::string_view type) {
  if (type != "destination-statement+jwt") return refused(ErrorKind::Tampered, "another kind of token");
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(payload, "key statement"));
  JsonReader reader = document.root();
  KeyStatement statement;
  statement.destination = reader.required_text("destinationId");
  statement.thumbprint = reader.required_text("jkt");
  statement.issued_at = static_cast<platform::Instant>(reader.required_number("iat") * 1000);
  statement.expires_at = static_cast<platform::Instant>(reader.required_number("exp") * 1000);
  // A gateway that does not look it up leaves it out: not malformed, and not enough.
  if (reader.has("revocation")) {
    JsonReader revocation = reader.member("revocation");
    statement.revocation = revocation.required_text("status");
    statement.listed_at = static_cast<platform::Instant>(revocation.required_number("listedAt") * 1000);
  }
  TRY(document.finish());
  return statement;
}

Outcome check_statement(const KeyStatement& statement, const StatementExpectation& expected) {
  if (statement.destination != expected.destination) return refused(ErrorKind::Tampered, "about another destination");
  if (statement.thumbprint != expected.thumbprint) return refused(ErrorKind::Tampered, "about another key");
  if (statement.expires_at - statement.issued_at > kLongestLife) return refused(ErrorKind::Tampered, "for longer than a day");
  if (statement.issued_at > expected.now + kClockTolerance) return refused(ErrorKind::TimedOut, "from the future");
  if (statement.expires_at <= expected.now) return refused(ErrorKind::TimedOut, "expired");
  const bool is_looked_up = statement.revocation == "good" || statement.revocation == "revoked";
  if (!is_looked_up || statement.listed_at > statement.issued_at) return refused(ErrorKind::Tampered, "does not say whether the key was revoked");
  return Done{};
}

void verify_key_statement(platform::Cryptography& cryptography, const jose::JsonWebKey& pinned, std::string_view token,
                          StatementExpectation expected, platform::Callback<KeyStatement> callback) {
  auto jws = jose::parse_jws(token);
  if (!jws.ok()) return callback(jws.error());
  if (const Outcome fit = jose::check_signature_key(pinned, pinned.key_id); !fit.ok()) return callback(fit.error());
  // Looked at before the signature, believed after it.
  auto statement = parse_key_statement(jws.value().payload, jws.value().header.type);
  if (!statement.ok()) return callback(statement.error());
  if (const Outcome fit = check_statement(statement.value(), expected); !fit.ok()) return callback(fit.error());
  jose::verify_jws(cryptography, pinned, std::move(jws).value(), [statement = std::move(statement).value(), callback = std::move(callback)](Outcome verified) {
    if (!verified.ok()) return callback(verified.error());
    // Only once it is known who says so.
    if (statement.revocation == "revoked") return callback(Error{ErrorKind::ServerRefused, "key statement", "the key was revoked", NextStep::ContactOffice});
    callback(statement);
  });
}

}  // namespace stadttor::services::send_application
