#include "protocols/jose/json_web_encryption.h"

#include "protocols/jose/base64url.h"
#include "protocols/jose/json_web_key.h"
#include "protocols/jose/json_web_signature.h"
#include "support/authority.h"
#include "support/later_answers.h"

using namespace stadttor;
using namespace stadttor::platform;
using namespace stadttor::protocols::jose;
using testing::authority;
using testing::error_of;
using testing::Workshop;

namespace {

const std::string kKeyId = "musterstadt-2026-hund";

EncryptionKey decryption_key(Workshop& shop) {
  auto numbers = parse_rsa_private_key(authority()["decryption_key"].dump(), "test");
  if (!CHECK(numbers.ok())) return {};
  auto handle = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.import_rsa_private(std::move(numbers).value(), callback); });
  CHECK(handle.ok());
  return {handle.ok() ? handle.value() : nullptr, kKeyId};
}

EncryptionKey encryption_key(Workshop& shop) {
  auto key = parse_json_web_key(authority()["encryption_key"].dump(), "test");
  if (!CHECK(key.ok())) return {};
  auto handle = shop.answer<KeyHandle>(
      [&](auto callback) { shop.cryptography.import_rsa_public(KeyKind::RsaOaepPublic, key.value().rsa, callback); });
  CHECK(handle.ok());
  return {handle.ok() ? handle.value() : nullptr, kKeyId};
}

Result<DecryptedJwe> decrypted(Workshop& shop, const EncryptionKey& key, const std::string& compact) {
  return shop.answer<DecryptedJwe>([&](auto callback) { decrypt_jwe(shop.cryptography, key, compact, callback); });
}

// The authority's message with another protected header.
std::string with_header(const std::string& json) {
  const std::string jwe = authority()["jwe"];
  return base64url_from_bytes(json) + jwe.substr(jwe.find('.'));
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("what another implementation encrypted for the authority is opened") {
    Workshop shop;
    const auto plain = decrypted(shop, decryption_key(shop), authority()["jwe"]);
    if (!CHECK(plain.ok())) return;
    CHECK(plain.value().plaintext == authority()["plaintext"].get<std::string>());
    CHECK(plain.value().content_type == "application/json");
  }

  TEST_CASE("what is encrypted has the profile's header and opens for the authority alone") {
    Workshop shop;
    const auto jwe = shop.answer<std::string>([&](auto callback) {
      encrypt_jwe(shop.cryptography, encryption_key(shop), "application/xml", "<hund/>", callback);
    });
    if (!CHECK(jwe.ok())) return;
    const std::string header = parse_base64url(jwe.value().substr(0, jwe.value().find('.'))).value_or("");
    CHECK(header == R"({"alg":"RSA-OAEP-256","enc":"A256GCM","kid":"musterstadt-2026-hund","cty":"application/xml"})");
    CHECK(authentication_tag_of(jwe.value()).size() == 22);
    const auto plain = decrypted(shop, decryption_key(shop), jwe.value());
    if (CHECK(plain.ok())) CHECK(plain.value().plaintext == "<hund/>");
  }

  TEST_CASE("a message that was changed anywhere does not open") {
    Workshop shop;
    const EncryptionKey key = decryption_key(shop);
    const std::string jwe = authority()["jwe"];
    for (std::size_t at = 0; at < jwe.size(); at += 7) {
      std::string changed = jwe;
      changed[at] = changed[at] == 'A' ? 'Q' : 'A';
      CHECK_FALSE(decrypted(shop, key, changed).ok());
    }
    CHECK_FALSE(decrypted(shop, key, jwe.substr(0, jwe.size() - 1)).ok());
    CHECK_FALSE(decrypted(shop, key, jwe + ".").ok());
    CHECK_FALSE(decrypted(shop, key, "").ok());
  }

  TEST_CASE("a header outside the profile is refused before any key is used") {
    Workshop shop;
    const EncryptionKey key = decryption_key(shop);
    const std::string usual = R"("alg":"RSA-OAEP-256","enc":"A256GCM")";
    for (const std::string& header :
         {"{" + usual + R"(,"zip":"DEF"})", "{" + usual + R"(,"jwk":{}})", "{" + usual + R"(,"jku":"https://example.org"})",
          "{" + usual + R"(,"crit":["exp"]})", "{" + usual + R"(,"alg":"RSA-OAEP-256"})", "{" + usual + R"(,"kid":"another-authority"})",
          "{" + usual + R"(,"cty":5})", std::string(R"({"alg":"RSA1_5","enc":"A256GCM"})"), std::string(R"({"alg":"dir","enc":"A256GCM"})"),
          std::string(R"({"alg":"RSA-OAEP-256","enc":"A128GCM"})"), std::string(R"({"enc":"A256GCM"})"), std::string("[]"), std::string("")}) {
      CHECK_MESSAGE(error_of(decrypted(shop, key, with_header(header))) == ErrorKind::MalformedData, header);
    }
    // In the profile, but not the header this message was sealed with.
    CHECK(error_of(decrypted(shop, key, with_header("{" + usual + "}"))) == ErrorKind::Tampered);
  }

  TEST_CASE("a content type that could break the header is not sealed") {
    Workshop shop;
    const auto jwe = shop.answer<std::string>([&](auto callback) {
      encrypt_jwe(shop.cryptography, encryption_key(shop), "text/plain\",\"zip\":\"DEF", "text", callback);
    });
    CHECK(error_of(jwe) == ErrorKind::MalformedData);
  }

  TEST_CASE("a signed event is believed with its key, and not when a character of it is changed") {
    Workshop shop;
    const auto key = parse_json_web_key(authority()["signature_key"].dump(), "test");
    if (!CHECK(key.ok())) return;
    const std::string event = authority()["event"];
    const auto is_believed = [&](const std::string& compact) {
      const auto jws = parse_jws(compact);
      return jws.ok() && shop.answer<Done>([&](auto callback) { verify_jws(shop.cryptography, key.value(), jws.value(), callback); }).ok();
    };
    CHECK(is_believed(event));
    for (std::size_t at = 0; at < event.size(); at += 11) {
      std::string changed = event;
      changed[at] = changed[at] == 'A' ? 'Q' : 'A';
      CHECK_FALSE(is_believed(changed));
    }
  }
}
