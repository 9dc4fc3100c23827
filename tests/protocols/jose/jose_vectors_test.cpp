// Project Wycheproof's JSON-web vectors and the cookbook of RFC 7520: what this profile takes, and that it refuses the rest.
#include <algorithm>

#include "protocols/jose/base64url.h"
#include "protocols/jose/json_web_encryption.h"
#include "protocols/jose/json_web_signature.h"
#include "support/later_answers.h"
#include "support/wycheproof.h"

using namespace stadttor;
using namespace stadttor::platform;
using namespace stadttor::protocols::jose;
using testing::vectors_in;
using testing::Workshop;
using Json = nlohmann::json;

namespace {

// Decrypts with the group's private key, whatever the key says it is for.
Result<DecryptedJwe> decrypted(Workshop& shop, const Json& jwk, const std::string& compact) {
  auto numbers = parse_rsa_private_key(jwk.dump(), "vector");
  if (!numbers.ok()) return numbers.error();
  auto key = shop.answer<KeyHandle>([&](auto callback) { shop.cryptography.import_rsa_private(std::move(numbers).value(), callback); });
  if (!key.ok()) return key.error();
  return shop.answer<DecryptedJwe>([&](auto callback) {
    decrypt_jwe(shop.cryptography, {key.value(), jwk.value("kid", "")}, compact, callback);
  });
}

bool is_verified(Workshop& shop, const Json& group, const std::string& compact) {
  const Json& given = group.contains("public") ? group["public"] : group["private"];
  const Json set = given.contains("keys") ? given : Json{{"keys", {given}}};
  auto keys = parse_json_web_key_set(set.dump(), "vector");
  auto jws = parse_jws(compact);
  if (!keys.ok() || !jws.ok()) return false;
  for (const JsonWebKey& key : keys.value()) {
    if (key.key_id != jws.value().header.key_id) continue;
    if (!check_signature_key(key, key.key_id, ModulusBits::Vectors).ok()) return false;
    return shop.answer<Done>([&](auto callback) { verify_jws(shop.cryptography, key, jws.value(), callback); }).ok();
  }
  return false;
}

std::vector<int> verified_in(Workshop& shop, const char* file, const char* member, int& seen) {
  std::vector<int> accepted;
  const Json vectors = vectors_in(file);
  if (vectors.is_null()) return accepted;
  for (const Json& group : vectors["testGroups"]) {
    for (const Json& test : group["tests"]) {
      ++seen;
      // Flattened and general JSON serializations are objects or lists; a text is all this client reads.
      const Json& given = test.contains(member) ? test[member] : test["jwe"];
      if (is_verified(shop, group, given.is_string() ? given.get<std::string>() : given.dump())) accepted.push_back(test["tcId"]);
    }
  }
  return accepted;
}

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("of 139 encrypted messages only the one in this profile is opened (Wycheproof)") {
    const Json vectors = vectors_in("wycheproof/json_web_encryption_test.json");
    if (vectors.is_null()) return;
    Workshop shop;
    std::vector<int> opened;
    int seen = 0;
    for (const Json& group : vectors["testGroups"]) {
      for (const Json& test : group["tests"]) {
        ++seen;
        const Json& given = test["jwe"];
        const auto plain = decrypted(shop, group["private"], given.is_string() ? given.get<std::string>() : given.dump());
        if (!plain.ok()) continue;
        opened.push_back(test["tcId"]);
        CHECK(plain.value().plaintext == testing::bytes_of(test, "pt"));
      }
    }
    CHECK(seen == 139);
    CHECK(opened == std::vector<int>{90});
  }

  TEST_CASE("no key of those messages is one that authorities may have: all are too short (Wycheproof)") {
    const Json vectors = vectors_in("wycheproof/json_web_encryption_test.json");
    if (vectors.is_null()) return;
    for (const Json& group : vectors["testGroups"]) {
      Json jwk = group.contains("public") ? group["public"] : group["private"];
      const auto key = parse_json_web_key(jwk.dump(), "vector");
      if (key.ok()) CHECK_FALSE(check_encryption_key(key.value(), key.value().key_id).ok());
    }
  }

  TEST_CASE("signatures are taken in two algorithms and refused in all others (Wycheproof)") {
    Workshop shop;
    int seen = 0;
    const auto accepted = verified_in(shop, "wycheproof/json_web_signature_test.json", "jws", seen);
    if (seen == 0) return;
    CHECK(seen == 401);
    // 18 and 378: ES256. 325 to 328: PS512. Every other valid one has an algorithm outside the profile (HS, RS, PS256, PS384, ES512).
    CHECK(accepted == std::vector<int>{18, 325, 326, 327, 328, 378});
  }

  TEST_CASE("ambiguous, weak and misused keys verify nothing (Wycheproof)") {
    Workshop shop;
    int seen = 0;
    CHECK(verified_in(shop, "wycheproof/json_web_key_test.json", "jws", seen).empty());
    int others = 0;
    const auto accepted = verified_in(shop, "wycheproof/json_web_crypto_test.json", "jws", others);
    if (others == 0) return;
    CHECK(accepted == std::vector<int>{18});
  }

  TEST_CASE("messages of the JOSE cookbook outside the profile are refused (RFC 7520)") {
    const auto folder = testing::vectors_folder() / "jose-cookbook/jwe";
    std::error_code error;
    Workshop shop;
    int seen = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
      const Json recipe = Json::parse(testing::text_of_file(entry.path()), nullptr, false);
      if (!recipe["output"].contains("compact")) continue;
      ++seen;
      CHECK_FALSE(decrypted(shop, recipe["input"].value("key", Json::object()), recipe["output"]["compact"]).ok());
    }
    if (error) MESSAGE("skipped: no jose-cookbook beside the repository");
    if (!error) CHECK(seen > 5);
  }

  TEST_CASE("keys of the JOSE cookbook are read and written as they are (RFC 7520)") {
    const std::string text = testing::text_of_file(testing::vectors_folder() / "jose-cookbook/jwk/3_3.rsa_public_key.json");
    if (text.empty()) {
      MESSAGE("skipped: no jose-cookbook beside the repository");
      return;
    }
    const auto key = parse_json_web_key(text, "cookbook");
    if (!CHECK(key.ok())) return;
    CHECK(key.value().type == KeyType::Rsa);
    CHECK(base64url_from_bytes(key.value().rsa.modulus) == Json::parse(text)["n"].get<std::string>());
    CHECK_FALSE(key.value().has_private_members);
  }
}
