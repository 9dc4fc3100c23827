#include <algorithm>
#include <array>

#include "protocols/jose/certificate.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::protocols::jose {

namespace {

constexpr std::size_t kMostBits = 8192;
constexpr std::string_view kUsualExponent("\x01\x00\x01", 3);

Error refused(const JsonWebKey& key, const char* why) {
  return {ErrorKind::MalformedData, "key " + key.key_id.substr(0, 64), why, NextStep::ContactOffice};
}

std::size_t bits_of(std::string_view number) {
  if (number.empty()) return 0;
  std::size_t bits = (number.size() - 1) * 8;
  for (unsigned first = static_cast<unsigned char>(number.front()); first != 0; first >>= 1U) ++bits;
  return bits;
}

unsigned remainder_of(std::string_view number, unsigned divisor) {
  unsigned rest = 0;
  for (const char byte : number) rest = (rest << 8U | static_cast<unsigned char>(byte)) % divisor;
  return rest;
}

bool is_power_of_65537(unsigned value, unsigned prime) {
  unsigned power = 1;
  do {
    if (power == value) return true;
    power = power * (65537 % prime) % prime;
  } while (power != 1);
  return false;
}

// Keys of a faulty generator (CVE-2017-15361) can be factored. They give themselves away: modulo each of these primes they are a
// power of 65537. Of other keys about one in 2^27 looks the same.
bool is_of_faulty_make(std::string_view modulus) {
  constexpr std::array<unsigned, 17> kPrimes = {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157};
  return std::all_of(kPrimes.begin(), kPrimes.end(),
                     [modulus](unsigned prime) { return is_power_of_65537(remainder_of(modulus, prime), prime); });
}

Outcome check_modulus(const JsonWebKey& key, ModulusBits least) {
  const std::size_t bits = bits_of(key.rsa.modulus);
  if (bits < static_cast<std::size_t>(least)) return refused(key, "the modulus has too few bits");
  if (bits > kMostBits) return refused(key, "the modulus has too many bits");
  if (key.rsa.exponent != kUsualExponent) return refused(key, "the exponent is not 65537");
  if ((static_cast<unsigned char>(key.rsa.modulus.back()) & 1U) == 0) return refused(key, "the modulus is even");
  if (is_of_faulty_make(key.rsa.modulus)) return refused(key, "the key was made by a faulty generator and can be broken");
  return Done{};
}

// A certificate beside a key has to be that key's own.
Outcome check_certificate(const JsonWebKey& key) {
  if (key.certificates.empty()) return Done{};
  TRY_ASSIGN(const Certificate certificate, parse_certificate(key.certificates.front()));
  const bool is_own = certificate.key.modulus == key.rsa.modulus && certificate.key.exponent == key.rsa.exponent;
  return is_own ? Outcome(Done{}) : Outcome(refused(key, "the certificate is that of another key"));
}

Outcome check_identity(const JsonWebKey& key, std::string_view key_id) {
  if (key.has_private_members) return refused(key, "the key shows its private part");
  if (key.key_id != key_id) return refused(key, "this is not the key that was asked for");
  if (key_id.size() < 8 || key_id.size() > 64) return refused(key, "kid has to have 8 to 64 characters");
  // It is written into a header and into the ledger as it is.
  const bool is_plain = std::all_of(key_id.begin(), key_id.end(), [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '\\'; });
  return is_plain ? Outcome(Done{}) : Outcome(refused(key, "kid has characters that do not belong there"));
}

bool is_only(const std::vector<std::string>& operations, std::string_view wanted) { return operations.size() == 1 && operations[0] == wanted; }

}  // namespace

Outcome check_encryption_key(const JsonWebKey& key, std::string_view key_id, ModulusBits least) {
  TRY(check_identity(key, key_id));
  if (key.type != KeyType::Rsa) return refused(key, "kty is not RSA");
  if (key.algorithm != "RSA-OAEP-256") return refused(key, "alg is not RSA-OAEP-256");
  if (!is_only(key.operations, "wrapKey")) return refused(key, "key_ops is not exactly wrapKey");
  if (!key.use.empty() && key.use != "enc") return refused(key, "use is not enc");
  TRY(check_modulus(key, least));
  return check_certificate(key);
}

Outcome check_validity(const JsonWebKey& key, platform::Instant now) {
  if (key.certificates.empty()) return Done{};
  TRY_ASSIGN(const Certificate certificate, parse_certificate(key.certificates.front()));
  if (now < certificate.not_before) return refused(key, "the certificate does not hold good yet");
  if (now > certificate.not_after) return refused(key, "the certificate has expired");
  return Done{};
}

Outcome check_signature_key(const JsonWebKey& key, std::string_view key_id, ModulusBits least) {
  TRY(check_identity(key, key_id));
  const bool may_verify = is_only(key.operations, "verify") || (key.operations.empty() && key.use == "sig");
  if (!may_verify) return refused(key, "key_ops is not exactly verify");
  if (!key.use.empty() && key.use != "sig") return refused(key, "use is not sig");
  if (key.type == KeyType::Rsa && key.algorithm == "PS512") {
    TRY(check_modulus(key, least));
    return check_certificate(key);
  }
  if (key.type == KeyType::Ec && key.algorithm == "ES256" && key.curve == "P-256") return Done{};
  return refused(key, "neither PS512 with RSA nor ES256 with P-256");
}

}  // namespace stadttor::protocols::jose
