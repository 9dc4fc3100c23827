#include "protocols/jose/json_web_key.h"

#include "protocols/jose/base64url.h"
#include "support/authority.h"
#include "support/later_answers.h"
#include "support/wycheproof.h"

using namespace stadttor;
using namespace stadttor::protocols::jose;
using Json = nlohmann::json;

namespace {

// Why the key is refused, "" when it is not.
std::string refusal_of(const Json& jwk, std::string_view key_id) {
  const auto key = parse_json_web_key(jwk.dump(), "test");
  if (!key.ok()) return key.error().detail;
  const Outcome outcome = check_encryption_key(key.value(), key_id);
  return outcome.ok() ? "" : outcome.error().detail;
}

// The authority's key with one thing about it changed.
template <class Change>
std::string refusal_after(Change change) {
  Json jwk = testing::authority()["encryption_key"];
  change(jwk);
  return refusal_of(jwk, "musterstadt-2026-hund");
}

std::string changed_number(const Json& number, std::size_t size, char last) {
  std::string bytes = parse_base64url(number.get<std::string>()).value_or("");
  bytes.resize(size);
  bytes.back() = last;
  return base64url_from_bytes(bytes);
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("an authority's key is taken for what it is") {
    CHECK(refusal_of(testing::authority()["encryption_key"], "musterstadt-2026-hund") == "");
    const auto key = parse_json_web_key(testing::authority()["signature_key"].dump(), "test");
    if (CHECK(key.ok())) CHECK(check_signature_key(key.value(), "musterstadt-2026-bescheid").ok());
  }

  TEST_CASE("a key that is weak, meant for something else, or another's is refused with the reason") {
    CHECK(refusal_after([](Json& key) { key["n"] = changed_number(key["n"], 511, 1); }) == "the modulus has too few bits");
    CHECK(refusal_after([](Json& key) { key["n"] = changed_number(key["n"], 1025, 1); }) == "the modulus has too many bits");
    CHECK(refusal_after([](Json& key) { key["n"] = changed_number(key["n"], 512, 2); }) == "the modulus is even");
    CHECK(refusal_after([](Json& key) { key["n"] = ""; }) == "the modulus has too few bits");
    CHECK(refusal_after([](Json& key) { key["e"] = "AQ"; }) == "the exponent is not 65537");
    CHECK(refusal_after([](Json& key) { key["e"] = "Aw"; }) == "the exponent is not 65537");
    CHECK(refusal_after([](Json& key) { key["e"] = "AAEAAQ"; }) == "begins with a zero byte");
    CHECK(refusal_after([](Json& key) { key["alg"] = "RSA1_5"; }) == "alg is not RSA-OAEP-256");
    CHECK(refusal_after([](Json& key) { key.erase("alg"); }) == "alg is not RSA-OAEP-256");
    CHECK(refusal_after([](Json& key) { key["kty"] = "EC"; }) != "");
    CHECK(refusal_after([](Json& key) { key["key_ops"] = {"wrapKey", "encrypt"}; }) == "key_ops is not exactly wrapKey");
    CHECK(refusal_after([](Json& key) { key["key_ops"] = {"verify"}; }) == "key_ops is not exactly wrapKey");
    CHECK(refusal_after([](Json& key) { key.erase("key_ops"); }) == "key_ops is not exactly wrapKey");
    CHECK(refusal_after([](Json& key) { key["use"] = "sig"; }) == "use is not enc");
    CHECK(refusal_after([](Json& key) { key["d"] = "AQAB"; }) == "the key shows its private part");
    CHECK(refusal_after([](Json& key) { key["kid"] = "another-authority"; }) == "this is not the key that was asked for");
    Json short_name = testing::authority()["encryption_key"];
    short_name["kid"] = "hund";
    CHECK(refusal_of(short_name, "hund") == "kid has to have 8 to 64 characters");
    short_name["kid"] = "hund\",\"zip\":\"DEF";
    CHECK(refusal_of(short_name, "hund\",\"zip\":\"DEF") == "kid has characters that do not belong there");
  }

  TEST_CASE("a key of the faulty generator is known by its remainders (CVE-2017-15361)") {
    const Json vectors = testing::vectors_in("wycheproof/json_web_key_test.json");
    if (vectors.is_null()) return;
    for (const Json& group : vectors["testGroups"]) {
      if (group["comment"] != "jws_rsa_roca_key") continue;
      Json jwk = group["public"]["keys"][0];
      jwk["alg"] = "PS512";
      jwk["kid"] = "faulty-generator";
      // The vector writes its modulus with a leading zero byte, which alone would have it refused.
      std::string modulus = parse_base64url(jwk["n"].get<std::string>()).value_or("");
      modulus.erase(0, modulus.find_first_not_of('\0'));
      jwk["n"] = base64url_from_bytes(modulus);
      const auto key = parse_json_web_key(jwk.dump(), "test");
      if (!CHECK(key.ok())) return;
      const Outcome outcome = check_signature_key(key.value(), "faulty-generator", ModulusBits::Vectors);
      if (CHECK_FALSE(outcome.ok())) CHECK(outcome.error().detail.find("faulty generator") != std::string::npos);
    }
  }

  TEST_CASE("a thumbprint is made of the members RFC 7638 names, in its order") {
    testing::Workshop shop;
    const auto key = parse_json_web_key(testing::authority()["encryption_key"].dump(), "test");
    if (!CHECK(key.ok())) return;
    const auto hash = shop.answer<std::string>(
        [&](auto callback) { shop.cryptography.hash(platform::HashKind::Sha256, thumbprint_input(key.value()), callback); });
    if (CHECK(hash.ok())) CHECK(base64url_from_bytes(hash.value()) == testing::authority()["thumbprint"].get<std::string>());
  }
}
