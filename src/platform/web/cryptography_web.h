// Cryptography over WebCrypto (web/keys/key_calls.js): keys are CryptoKeys that cannot be exported, and never enter this module. Argon2id,
// which browsers lack, is a module of its own in a worker (web/keys/passphrase.js).
#pragma once

#include "platform/cryptography.h"

namespace stadttor::platform {

class WebCryptography : public Cryptography {
 public:
  void make_key(KeyKind kind, KeyExport may_export, Callback<KeyHandle> callback) override;
  void import_key(KeyKind kind, Secret bytes, Callback<KeyHandle> callback) override;
  void import_rsa_public(KeyKind kind, RsaPublicNumbers numbers, Callback<KeyHandle> callback) override;
  void import_rsa_private(RsaPrivateNumbers numbers, Callback<KeyHandle> callback) override;
  void make_rsa_pair(Callback<RsaPrivateNumbers> callback) override;
  void import_ec_public(EcPublicPoint point, Callback<KeyHandle> callback) override;
  void derive_key(KeyHandle from, std::string salt, std::string purpose, KeyKind kind, Callback<KeyHandle> callback) override;
  void derive_passphrase_key(Secret passphrase, std::string salt, Argon2Cost cost, Callback<KeyHandle> callback) override;
  void encrypt(KeyHandle key, std::string context, std::string bytes, Callback<Encrypted> callback) override;
  void decrypt(KeyHandle key, std::string context, Encrypted encrypted, Callback<std::string> callback) override;
  void seal(KeyHandle wrapping, std::string context, std::string bytes, Callback<SealedMessage> callback) override;
  void open(KeyHandle wrapping, std::string context, SealedMessage message, Callback<std::string> callback) override;
  void wrap_key(KeyHandle wrapping, std::string context, KeyHandle key, Callback<Encrypted> callback) override;
  void unwrap_key(KeyHandle wrapping, std::string context, Encrypted wrapped, KeyKind kind, KeyExport may_export,
                  Callback<KeyHandle> callback) override;
  void hash(HashKind kind, std::string bytes, Callback<std::string> callback) override;
  void authenticate(KeyHandle hmac, std::string bytes, Callback<std::string> callback) override;
  void verify(KeyHandle key, std::string bytes, std::string signature, Callback<Done> callback) override;
};

}  // namespace stadttor::platform
