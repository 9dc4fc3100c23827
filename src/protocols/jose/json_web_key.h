// JSON Web Keys (RFC 7517, 7518): reading them, and the checks of FIT-Connect's profile that decide whether a key may be used
// at all. Chains of certificates are checked elsewhere: a browser cannot.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/json_reader.h"
#include "platform/cryptography.h"
#include "platform/locale.h"

namespace stadttor::protocols::jose {

enum class KeyType : unsigned char { Rsa, Ec, Other };

struct JsonWebKey {
  KeyType type = KeyType::Other;
  std::string algorithm;                    // alg
  std::string use;                          // use, usually absent
  std::vector<std::string> operations;      // key_ops
  std::string key_id;                       // kid
  std::vector<std::string> certificates;    // x5c, the key's own first; base64 of DER
  platform::RsaPublicNumbers rsa;           // n, e
  platform::EcPublicPoint point;            // x, y on `curve`
  std::string curve;                        // crv
  bool has_private_members = false;
};

Result<JsonWebKey> read_json_web_key(JsonReader key);
Result<JsonWebKey> parse_json_web_key(std::string_view json, std::string where);
// {"keys": [...]}: kinds of keys this client has no use for stay in it as KeyType::Other. Refused where two share a kid.
Result<std::vector<JsonWebKey>> parse_json_web_key_set(std::string_view json, std::string where);

// The least a modulus has to have. Production is what authorities' keys need; tests against vectors of others go lower.
enum class ModulusBits : unsigned short { Production = 4096, Vectors = 2048 };

// May something be encrypted for this key, which was asked for as `key_id`? RSA-OAEP-256, key_ops exactly ["wrapKey"], e = 65537,
// a modulus of sound size and make, a kid of 8 to 64 characters, nothing private, and no certificate but its own.
Outcome check_encryption_key(const JsonWebKey& key, std::string_view key_id, ModulusBits least = ModulusBits::Production);
// May a signature be checked with it? PS512 with the same demands on the modulus, or ES256.
Outcome check_signature_key(const JsonWebKey& key, std::string_view key_id, ModulusBits least = ModulusBits::Production);

// Does its certificate, where it has one, hold good at that time?
Outcome check_validity(const JsonWebKey& key, platform::Instant now);

// The text whose SHA-256, in base64url, is the key's thumbprint (RFC 7638).
std::string thumbprint_input(const JsonWebKey& key);

// For whoever receives: the authority, and the citizen's own return channel.
Result<platform::RsaPrivateNumbers> parse_rsa_private_key(std::string_view json, std::string where);

}  // namespace stadttor::protocols::jose
