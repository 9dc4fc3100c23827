#include "protocols/jose/certificate.h"

#include "protocols/jose/json_web_key.h"
#include "support/authority.h"
#include "support/fake_clock.h"
#include "support/later_answers.h"

using namespace stadttor;
using namespace stadttor::protocols::jose;
using testing::authority;
using Json = nlohmann::json;

namespace {

constexpr platform::Instant kHalfMinute = 30'000;

JsonWebKey key_with(const Json& certificate) {
  Json jwk = authority()["encryption_key"];
  jwk["x5c"] = Json::array({certificate});
  auto key = parse_json_web_key(jwk.dump(), "test");
  CHECK(key.ok());
  return key.ok() ? key.value() : JsonWebKey{};
}

std::string refusal(const Outcome& outcome) { return outcome.ok() ? "" : outcome.error().detail; }

}  // namespace

TEST_SUITE("protocols") {
  TEST_CASE("a certificate says whose key it is and when it holds good (X.509 by OpenSSL)") {
    const auto certificate = parse_certificate(authority()["certificate"].get<std::string>());
    if (!CHECK(certificate.ok())) return;
    CHECK(certificate.value().key.modulus.size() == 512);
    CHECK(certificate.value().not_before == testing::instant_in_utc({2026, 11, 25}, 22, 23) + kHalfMinute);
    CHECK(certificate.value().not_after == testing::instant_in_utc({2029, 2, 2}, 22, 23) + kHalfMinute);
    // From 2050 on years have four digits.
    const auto other = parse_certificate(authority()["certificate_of_another"].get<std::string>());
    if (CHECK(other.ok())) CHECK(other.value().not_after == testing::instant_in_utc({2109, 1, 14}, 22, 23) + kHalfMinute + 1000);
  }

  TEST_CASE("a key comes with its own certificate or with none, while it holds good") {
    const JsonWebKey key = key_with(authority()["certificate"]);
    CHECK(refusal(check_encryption_key(key, key.key_id)) == "");
    CHECK(refusal(check_encryption_key(key_with(authority()["certificate_of_another"]), key.key_id)) == "the certificate is that of another key");
    CHECK(refusal(check_encryption_key(key_with("TWFu"), key.key_id)) != "");
    CHECK(refusal(check_validity(key, testing::instant_in_utc({2027, 1, 1}, 0, 0))) == "");
    CHECK(refusal(check_validity(key, testing::instant_in_utc({2026, 11, 25}, 22, 23))) == "the certificate does not hold good yet");
    CHECK(refusal(check_validity(key, testing::instant_in_utc({2029, 2, 3}, 0, 0))) == "the certificate has expired");
  }

  TEST_CASE("a certificate that is cut off or changed is read as nothing, or as what it then says") {
    const std::string text = authority()["certificate_of_another"];
    for (std::size_t length = 0; length < text.size(); ++length) CHECK_FALSE(parse_certificate(text.substr(0, length - length % 4)).ok());
    int same = 0;
    const auto right = parse_certificate(text);
    if (!CHECK(right.ok())) return;
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
      std::string changed = text;
      changed[at] = changed[at] == 'A' ? 'Q' : 'A';
      const auto read = parse_certificate(changed);
      same += read.ok() && read.value().key.modulus == right.value().key.modulus ? 1 : 0;
    }
    // Names and signatures are not looked at; the key is.
    CHECK(same < static_cast<int>(text.size()) * 2 / 3);
  }
}
