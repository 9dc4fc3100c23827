#include "services/send_application/reply_key.h"

#include "foundation/json_reader.h"
#include "protocols/jose/base64url.h"
#include "protocols/jose/json_web_key.h"
#include "protocols/jose/own_key.h"

namespace stadttor::services::send_application {

namespace jose = protocols::jose;

namespace {

Result<std::string> key_id_in(std::string_view jwk) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(jwk, "reply key"));
  std::string key_id = document.root().required_text("kid");
  TRY(document.finish());
  return key_id;
}

std::string thumbprint_input_of(const platform::RsaPublicNumbers& numbers) {
  jose::JsonWebKey key;
  key.type = jose::KeyType::Rsa;
  key.rsa = numbers;
  return jose::thumbprint_input(key);
}

}  // namespace

void make_reply_key(platform::Cryptography& cryptography, platform::Callback<NewReplyKey> callback) {
  cryptography.make_rsa_pair([&cryptography, callback = std::move(callback)](Result<platform::RsaPrivateNumbers> made) {
    if (!made.ok()) return callback(made.error());
    const auto numbers = std::make_shared<platform::RsaPrivateNumbers>(std::move(made).value());
    // Named by its thumbprint (RFC 7638), which is the same for whoever calculates it.
    cryptography.hash(platform::HashKind::Sha256, thumbprint_input_of(numbers->open), [numbers, callback](Result<std::string> hash) {
      if (!hash.ok()) return callback(hash.error());
      const std::string key_id = jose::base64url_from_bytes(hash.value());
      callback(NewReplyKey{{numbers->open, key_id}, jose::json_from_private_key(*numbers, key_id)});
    });
  });
}

void import_reply_key(platform::Cryptography& cryptography, const Personal<std::string>& kept, platform::Callback<jose::EncryptionKey> callback) {
  const std::string& jwk = kept.reveal<"a key from the vault opens an authority's question">();
  auto key_id = key_id_in(jwk);
  auto numbers = jose::parse_rsa_private_key(jwk, "reply key");
  if (!key_id.ok()) return callback(key_id.error());
  if (!numbers.ok()) return callback(numbers.error());
  cryptography.import_rsa_private(std::move(numbers).value(), [id = std::move(key_id).value(), callback = std::move(callback)](Result<platform::KeyHandle> handle) {
    if (!handle.ok()) return callback(handle.error());
    callback(jose::EncryptionKey{handle.value(), id});
  });
}

}  // namespace stadttor::services::send_application
