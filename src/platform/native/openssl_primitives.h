// The calls into OpenSSL and libargon2 behind NativeCryptography, each with its error as a value. Bytes in, bytes out; who may
// use which key is asked before.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "platform/cryptography.h"

typedef struct evp_pkey_st EVP_PKEY;

namespace stadttor::platform {

struct FreeKey {
  void operator()(EVP_PKEY* key) const;
};
using OwnedKey = std::unique_ptr<EVP_PKEY, FreeKey>;

Error not_opened();

// -- symmetric

Result<Secret> random_secret(std::size_t size);
Result<Encrypted> gcm_encrypted(std::string_view key, std::string_view context, std::string_view bytes);
Result<std::string> gcm_decrypted(std::string_view key, std::string_view context, const Encrypted& encrypted);
Result<std::string> wrapped_by_aes(std::string_view key, std::string_view bytes);
Result<Secret> unwrapped_by_aes(std::string_view key, std::string_view wrapped);
Result<Secret> hkdf_sha256(std::string_view key, std::string_view salt, std::string_view purpose, std::size_t size);
Result<Secret> argon2id(std::string_view passphrase, std::string_view salt, const Argon2Cost& cost);
Result<std::string> hash_of(HashKind kind, std::string_view bytes);
Result<std::string> hmac_sha256(std::string_view key, std::string_view bytes);

// -- asymmetric

Result<OwnedKey> rsa_public(const RsaPublicNumbers& numbers);
Result<OwnedKey> rsa_private(const RsaPrivateNumbers& numbers);
// 4096 bit, 65537.
Result<RsaPrivateNumbers> made_rsa_pair();
Result<OwnedKey> ec_public(const EcPublicPoint& point);
Result<std::string> oaep_encrypted(EVP_PKEY* key, std::string_view bytes);
Result<Secret> oaep_decrypted(EVP_PKEY* key, std::string_view bytes);
Outcome verified_ps512(EVP_PKEY* key, std::string_view bytes, std::string_view signature);
Outcome verified_es256(EVP_PKEY* key, std::string_view bytes, std::string_view signature);

}  // namespace stadttor::platform
