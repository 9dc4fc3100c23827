// The primitives behind NativeCryptography against Project Wycheproof. Sizes the platform does not offer are counted as refused.
#include "support/wycheproof.h"

#include "platform/native/openssl_primitives.h"

using namespace stadttor;
using namespace stadttor::platform;
using namespace stadttor::testing;
using Json = nlohmann::json;

namespace {

// JWK numbers, here read from Wycheproof's hexadecimal ones, which carry a leading zero byte.
std::string number_of(const Json& key, const char* name) {
  std::string bytes = bytes_of(key, name);
  bytes.erase(0, bytes.find_first_not_of('\0'));
  return bytes;
}

Result<OwnedKey> private_key_of(const Json& group) {
  const Json& key = group["privateKey"];
  RsaPrivateNumbers numbers;
  numbers.open = {number_of(key, "modulus"), number_of(key, "publicExponent")};
  numbers.exponent = Secret(number_of(key, "privateExponent"));
  numbers.first_prime = Secret(number_of(key, "prime1"));
  numbers.second_prime = Secret(number_of(key, "prime2"));
  numbers.first_exponent = Secret(number_of(key, "exponent1"));
  numbers.second_exponent = Secret(number_of(key, "exponent2"));
  numbers.coefficient = Secret(number_of(key, "coefficient"));
  return rsa_private(numbers);
}

Result<OwnedKey> public_key_of(const Json& group) {
  return rsa_public({number_of(group["publicKey"], "modulus"), number_of(group["publicKey"], "publicExponent")});
}

int check_oaep(const std::string& file) {
  const Json vectors = vectors_in(file);
  if (vectors.is_null()) return 0;
  int opened = 0;
  for (const Json& group : vectors["testGroups"]) {
    const auto key = private_key_of(group);
    if (!CHECK(key.ok())) return 0;
    for (const Json& test : group["tests"]) {
      const auto plain = oaep_decrypted(key.value().get(), bytes_of(test, "ct"));
      // JOSE has no labels, so the platform offers none.
      const bool is_right = test["result"] == "valid" && test["label"] == "";
      CHECK_MESSAGE(plain.ok() == is_right, file << ", tcId " << test["tcId"].get<int>());
      if (plain.ok()) CHECK(plain.value().reveal<"a test compares">() == bytes_of(test, "msg"));
      opened += plain.ok() ? 1 : 0;
    }
  }
  return opened;
}

}  // namespace

TEST_SUITE("platform") {
  TEST_CASE("AES-256-GCM opens what is right and refuses what is not (Wycheproof)") {
    const Json vectors = vectors_in("wycheproof/aes_gcm_test.json");
    if (vectors.is_null()) return;
    int opened = 0;
    for (const Json& group : vectors["testGroups"]) {
      // Other keys and nonces are not offered: the platform has to refuse them all.
      const bool is_offered = group["keySize"] == 256 && group["ivSize"] == 96;
      for (const Json& test : group["tests"]) {
        const auto plain = gcm_decrypted(bytes_of(test, "key"), bytes_of(test, "aad"),
                                         {bytes_of(test, "iv"), bytes_of(test, "ct") + bytes_of(test, "tag")});
        const bool is_right = is_offered && test["result"] == "valid";
        CHECK_MESSAGE(plain.ok() == is_right, "tcId " << test["tcId"].get<int>());
        if (plain.ok()) CHECK(plain.value() == bytes_of(test, "msg"));
        opened += plain.ok() ? 1 : 0;
      }
    }
    CHECK(opened == 39);
  }

  TEST_CASE("AES key wrap opens what is right and refuses what is not (Wycheproof)") {
    const Json vectors = vectors_in("wycheproof/aes_wrap_test.json");
    if (vectors.is_null()) return;
    int opened = 0;
    for (const Json& group : vectors["testGroups"]) {
      for (const Json& test : group["tests"]) {
        const auto key = unwrapped_by_aes(bytes_of(test, "key"), bytes_of(test, "ct"));
        const bool is_right = group["keySize"] == 256 && test["result"] == "valid";
        CHECK_MESSAGE(key.ok() == is_right, "tcId " << test["tcId"].get<int>());
        if (!key.ok()) continue;
        ++opened;
        CHECK(key.value().reveal<"a test compares">() == bytes_of(test, "msg"));
        const auto wrapped = wrapped_by_aes(bytes_of(test, "key"), bytes_of(test, "msg"));
        if (CHECK(wrapped.ok())) CHECK(wrapped.value() == bytes_of(test, "ct"));
      }
    }
    CHECK(opened > 5);
  }

  TEST_CASE("HKDF and HMAC give what they should (Wycheproof)") {
    const Json derivations = vectors_in("wycheproof/hkdf_sha256_test.json");
    if (derivations.is_null()) return;
    int checked = 0;
    check_vectors(
        derivations,
        [](const Json&, const Json& test) {
          const auto derived = hkdf_sha256(bytes_of(test, "ikm"), bytes_of(test, "salt"), bytes_of(test, "info"), test["size"].get<std::size_t>());
          return derived.ok() && derived.value().reveal<"a test compares">() == bytes_of(test, "okm");
        },
        checked);
    check_vectors(
        vectors_in("wycheproof/hmac_sha256_test.json"),
        [](const Json&, const Json& test) {
          const auto tag = hmac_sha256(bytes_of(test, "key"), bytes_of(test, "msg"));
          // Shortened tags are the same tag's beginning.
          return tag.ok() && tag.value().substr(0, bytes_of(test, "tag").size()) == bytes_of(test, "tag");
        },
        checked);
    CHECK(checked == 260);
  }

  TEST_CASE("RSA-OAEP-256 opens what is right and refuses what is not, the wrong mask among it (Wycheproof)") {
    int opened = 0;
    for (const std::string size : {"2048", "3072", "4096"}) opened += check_oaep("wycheproof/rsa_oaep_" + size + "_sha256_mgf1sha256_test.json");
    const Json other_mask = vectors_in("wycheproof/rsa_oaep_4096_sha256_mgf1sha1_test.json");
    if (other_mask.is_null()) return;
    for (const Json& group : other_mask["testGroups"]) {
      const auto key = private_key_of(group);
      if (!CHECK(key.ok())) return;
      for (const Json& test : group["tests"]) CHECK_FALSE(oaep_decrypted(key.value().get(), bytes_of(test, "ct")).ok());
    }
    CHECK(opened == 30);
  }

  TEST_CASE("PS512 takes a salt of 64 bytes and no other (Wycheproof)") {
    int checked = 0;
    const auto accepts = [](const Json& group, const Json& test) {
      const auto key = public_key_of(group);
      return key.ok() && verified_ps512(key.value().get(), bytes_of(test, "msg"), bytes_of(test, "sig")).ok();
    };
    const Json right_salt = vectors_in("wycheproof/rsa_pss_4096_sha512_mgf1_64_test.json");
    if (right_salt.is_null()) return;
    check_vectors(right_salt, accepts, checked);
    const Json other_salt = vectors_in("wycheproof/rsa_pss_4096_sha512_mgf1_32_test.json");
    if (other_salt.is_null()) return;
    for (const Json& group : other_salt["testGroups"]) {
      for (const Json& test : group["tests"]) {
        // Some vectors of that file are signed with another salt on purpose.
        if (test["result"] == "valid") CHECK_FALSE(accepts(group, test));
      }
    }
    CHECK(checked == 179);
  }

  TEST_CASE("ES256 takes signatures of 64 bytes that are right (Wycheproof)") {
    int checked = 0;
    const Json vectors = vectors_in("wycheproof/ecdsa_secp256r1_sha256_p1363_test.json");
    if (vectors.is_null()) return;
    check_vectors(
        vectors,
        [](const Json& group, const Json& test) {
          const std::string point = bytes_of(group["publicKey"], "uncompressed");
          const auto key = ec_public({point.substr(1, 32), point.substr(33)});
          return key.ok() && verified_es256(key.value().get(), bytes_of(test, "msg"), bytes_of(test, "sig")).ok();
        },
        checked);
    CHECK(checked > 250);
  }

  TEST_CASE("Argon2id gives what its reference program gives") {
    const auto derived = argon2id("password", "somesalt", {65536, 2, 1});
    if (!CHECK(derived.ok())) return;
    CHECK(hex_from_bytes(std::string(derived.value().reveal<"a test compares">())) ==
          "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
  }
}
