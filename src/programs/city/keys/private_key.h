// A private key of the reference city: made, written and read as a JSON Web Key (RFC 7517, 7518), and used to sign. Which keys
// there are, and where they lie, is key_folder.h's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/native/openssl_primitives.h"

namespace stadttor::city_server {

// RSA with 4096 bits takes seconds; P-256 does not.
Result<platform::OwnedKey> make_rsa_key();
Result<platform::OwnedKey> make_ec_key();

// What stands beside the key's numbers. `operation` (key_ops) is left out of private keys: other people's programs differ in what
// they demand there.
struct KeyNames {
  std::string algorithm;  // RSA-OAEP-256, PS512 or ES256
  std::string key_id;
  std::string operation;
};

std::string private_jwk(EVP_PKEY* key, const KeyNames& names);
// `certificates` are base64 of DER, the key's own first (x5c); may be empty.
std::string public_jwk(EVP_PKEY* key, const KeyNames& names, const std::vector<std::string>& certificates);

struct SigningKey {
  platform::OwnedKey key;
  std::string key_id;
  std::string algorithm;  // PS512 or ES256
};

Result<SigningKey> parse_signing_key(std::string_view private_jwk, std::string where);

// A compact JWS (RFC 7515) of `payload` with the header {"typ", "alg", "kid"}.
Result<std::string> signed_token(const SigningKey& key, std::string_view type, std::string_view payload);

}  // namespace stadttor::city_server
