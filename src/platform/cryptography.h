// Encryption, key wrapping, derivation and signatures, done by the platform's own library (WebCrypto, OpenSSL); no primitive is
// written here. Keys are handles: their bytes cannot be read out, only used, or wrapped by another key where they were made for
// that. Formats and policies are the callers' (vault/, protocols/jose).
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "foundation/personal.h"
#include "platform/callback.h"

namespace stadttor::platform {

// What a key is for, which is all it can do.
enum class KeyKind : unsigned char {
  Aes256Gcm,       // SP 800-38D; nonces of 96 bits, tags of 128
  AesKeyWrap,      // RFC 3394 with 256 bits
  Hkdf,            // RFC 5869 with SHA-256
  Hmac,            // RFC 2104 with SHA-256
  RsaOaepPublic,   // RFC 8017 with SHA-256 for both hash and mask, empty label
  RsaOaepPrivate,  // the same
  Ps512Public,     // RSASSA-PSS with SHA-512 and a salt of 64 bytes (RFC 7518, 3.5)
  Es256Public,     // ECDSA on P-256 with SHA-256 (RFC 7518, 3.4)
};

// Wrapped: wrap_key() may give it out under another key. Chosen for the moment in which a key slot is written.
enum class KeyExport : unsigned char { Never, Wrapped };

class Key {
 public:
  virtual ~Key() = default;
  KeyKind kind() const { return kind_; }

 protected:
  explicit Key(KeyKind kind) : kind_(kind) {}

 private:
  KeyKind kind_;
};

using KeyHandle = std::shared_ptr<const Key>;

// Numbers are big-endian without leading zeros.
struct RsaPublicNumbers {
  std::string modulus;
  std::string exponent;
};

struct RsaPrivateNumbers {
  RsaPublicNumbers open;
  // d, p, q, d mod (p-1), d mod (q-1), q^-1 mod p, in the order of RFC 7518, 6.3.2.
  Secret exponent, first_prime, second_prime, first_exponent, second_exponent, coefficient;
};

// Coordinates on P-256, 32 bytes each.
struct EcPublicPoint {
  std::string x;
  std::string y;
};

// Argon2id version 1.3 (RFC 9106), 32 bytes.
struct Argon2Cost {
  std::uint32_t memory_kib = 0;
  std::uint32_t passes = 0;
  std::uint32_t lanes = 0;
};

struct Encrypted {
  std::string nonce;
  std::string bytes;  // ciphertext and tag
};

// A message under a content key of its own, which was made for it, used once and is kept only in its wrapped form.
struct SealedMessage {
  std::string wrapped_key;
  Encrypted content;
};

enum class HashKind : unsigned char { Sha256, Sha512 };

// Every key comes from the same Cryptography it is given to. `context` is associated data: authenticated, not encrypted.
// What does not open is ErrorKind::Tampered, whatever the reason, so that nobody learns from the difference.
class Cryptography {
 public:
  virtual ~Cryptography() = default;

  // Aes256Gcm, AesKeyWrap and Hkdf; 32 random bytes.
  virtual void make_key(KeyKind kind, KeyExport may_export, Callback<KeyHandle> callback) = 0;
  // The same kinds with 32 bytes, and Hmac and Hkdf with any number of them.
  virtual void import_key(KeyKind kind, Secret bytes, Callback<KeyHandle> callback) = 0;
  // RsaOaepPublic or Ps512Public. Whether the key is good enough is asked before (protocols/jose/json_web_key.h).
  virtual void import_rsa_public(KeyKind kind, RsaPublicNumbers numbers, Callback<KeyHandle> callback) = 0;
  virtual void import_rsa_private(RsaPrivateNumbers numbers, Callback<KeyHandle> callback) = 0;
  // RSA-OAEP-256 with 4096 bit and 65537, in numbers, because whoever it is made for keeps it. Takes seconds on a slow phone.
  virtual void make_rsa_pair(Callback<RsaPrivateNumbers> callback) = 0;
  virtual void import_ec_public(EcPublicPoint point, Callback<KeyHandle> callback) = 0;

  // From an Hkdf key; `purpose` is HKDF's info.
  virtual void derive_key(KeyHandle from, std::string salt, std::string purpose, KeyKind kind, Callback<KeyHandle> callback) = 0;
  // An Aes256Gcm key. ErrorKind::OutOfMemory where the device has too little for `cost`.
  virtual void derive_passphrase_key(Secret passphrase, std::string salt, Argon2Cost cost, Callback<KeyHandle> callback) = 0;

  virtual void encrypt(KeyHandle key, std::string context, std::string bytes, Callback<Encrypted> callback) = 0;
  virtual void decrypt(KeyHandle key, std::string context, Encrypted encrypted, Callback<std::string> callback) = 0;

  // Under AesKeyWrap or RsaOaepPublic; opened with AesKeyWrap or RsaOaepPrivate.
  virtual void seal(KeyHandle wrapping, std::string context, std::string bytes, Callback<SealedMessage> callback) = 0;
  virtual void open(KeyHandle wrapping, std::string context, SealedMessage message, Callback<std::string> callback) = 0;

  // A key that was made for KeyExport::Wrapped, under an Aes256Gcm key.
  virtual void wrap_key(KeyHandle wrapping, std::string context, KeyHandle key, Callback<Encrypted> callback) = 0;
  virtual void unwrap_key(KeyHandle wrapping, std::string context, Encrypted wrapped, KeyKind kind, KeyExport may_export,
                          Callback<KeyHandle> callback) = 0;

  virtual void hash(HashKind kind, std::string bytes, Callback<std::string> callback) = 0;
  // 32 bytes. To check one, make it anew and compare (nobody can time a comparison on the citizen's own device).
  virtual void authenticate(KeyHandle hmac, std::string bytes, Callback<std::string> callback) = 0;
  // Ps512Public: as long as the modulus. Es256Public: r and s, 32 bytes each.
  virtual void verify(KeyHandle key, std::string bytes, std::string signature, Callback<Done> callback) = 0;
};

}  // namespace stadttor::platform
