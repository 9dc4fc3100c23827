#include <argon2.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include "platform/native/openssl_primitives.h"

namespace stadttor::platform {

namespace {

constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kKeySize = 32;
// One message; EVP counts in int.
constexpr std::size_t kLongestMessage = std::size_t{1} << 30U;

template <auto Free>
struct Freed {
  template <class Type>
  void operator()(Type* value) const {
    Free(value);
  }
};
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX_free>>;

const unsigned char* in(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* out(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
int length(std::string_view bytes) { return static_cast<int>(bytes.size()); }

Error refused(const char* what) { return {ErrorKind::NotSupported, what, "OpenSSL refuses this", NextStep::None}; }

OSSL_PARAM octets(const char* name, std::string_view bytes) {
  return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(bytes.data()), bytes.size());
}

}  // namespace

Error not_opened() { return {ErrorKind::Tampered, "cryptography", "does not open with this key in this place", NextStep::None}; }

Result<Secret> random_secret(std::size_t size) {
  std::string bytes(size, '\0');
  if (RAND_priv_bytes(out(bytes), static_cast<int>(size)) != 1) return refused("random key");
  return Secret(std::move(bytes));
}

Result<Encrypted> gcm_encrypted(std::string_view key, std::string_view context, std::string_view bytes) {
  Encrypted encrypted{std::string(kNonceSize, '\0'), std::string(bytes.size() + kTagSize, '\0')};
  if (key.size() != kKeySize || bytes.size() > kLongestMessage) return refused("AES-256-GCM");
  if (RAND_bytes(out(encrypted.nonce), kNonceSize) != 1) return refused("random nonce");
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  int written = 0;
  int rest = 0;
  const bool is_done = EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(encrypted.nonce)) == 1 &&
                       EVP_EncryptUpdate(cipher.get(), nullptr, &written, in(context), length(context)) == 1 &&
                       EVP_EncryptUpdate(cipher.get(), out(encrypted.bytes), &written, in(bytes), length(bytes)) == 1 &&
                       EVP_EncryptFinal_ex(cipher.get(), out(encrypted.bytes) + written, &rest) == 1 &&
                       EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize, out(encrypted.bytes) + bytes.size()) == 1;
  if (!is_done) return refused("AES-256-GCM");
  return encrypted;
}

Result<std::string> gcm_decrypted(std::string_view key, std::string_view context, const Encrypted& encrypted) {
  if (key.size() != kKeySize || encrypted.nonce.size() != kNonceSize) return not_opened();
  if (encrypted.bytes.size() < kTagSize || encrypted.bytes.size() > kLongestMessage) return not_opened();
  const std::string_view bytes = std::string_view(encrypted.bytes).substr(0, encrypted.bytes.size() - kTagSize);
  std::string tag = encrypted.bytes.substr(bytes.size());
  std::string plain(bytes.size(), '\0');
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  int written = 0;
  int rest = 0;
  const bool is_open = EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_gcm(), nullptr, in(key), in(encrypted.nonce)) == 1 &&
                       EVP_DecryptUpdate(cipher.get(), nullptr, &written, in(context), length(context)) == 1 &&
                       EVP_DecryptUpdate(cipher.get(), out(plain), &written, in(bytes), length(bytes)) == 1 &&
                       EVP_CIPHER_CTX_ctrl(cipher.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize, tag.data()) == 1 &&
                       EVP_DecryptFinal_ex(cipher.get(), out(plain) + written, &rest) == 1;
  if (is_open) return plain;
  // What was decrypted before the tag was found wrong is nobody's to read.
  const Secret wiped(std::move(plain));
  return not_opened();
}

Result<std::string> wrapped_by_aes(std::string_view key, std::string_view bytes) {
  if (key.size() != kKeySize || bytes.size() < 16 || bytes.size() % 8 != 0 || bytes.size() > 4096) return refused("AES-KW");
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  EVP_CIPHER_CTX_set_flags(cipher.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
  std::string wrapped(bytes.size() + 8, '\0');
  int written = 0;
  const bool is_done = EVP_EncryptInit_ex(cipher.get(), EVP_aes_256_wrap(), nullptr, in(key), nullptr) == 1 &&
                       EVP_EncryptUpdate(cipher.get(), out(wrapped), &written, in(bytes), length(bytes)) == 1;
  if (!is_done) return refused("AES-KW");
  return wrapped;
}

Result<Secret> unwrapped_by_aes(std::string_view key, std::string_view wrapped) {
  if (key.size() != kKeySize || wrapped.size() < 24 || wrapped.size() % 8 != 0 || wrapped.size() > 4096) return not_opened();
  const CipherContext cipher(EVP_CIPHER_CTX_new());
  EVP_CIPHER_CTX_set_flags(cipher.get(), EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
  // OpenSSL works in the output buffer, which has to hold the input.
  std::string bytes(wrapped.size(), '\0');
  int written = 0;
  const bool is_open = EVP_DecryptInit_ex(cipher.get(), EVP_aes_256_wrap(), nullptr, in(key), nullptr) == 1 &&
                       EVP_DecryptUpdate(cipher.get(), out(bytes), &written, in(wrapped), length(wrapped)) == 1;
  bytes.resize(wrapped.size() - 8);
  Secret secret(std::move(bytes));
  if (!is_open) return not_opened();
  return secret;
}

Result<Secret> hkdf_sha256(std::string_view key, std::string_view salt, std::string_view purpose, std::size_t size) {
  const std::unique_ptr<EVP_KDF, Freed<EVP_KDF_free>> kdf(EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_HKDF, nullptr));
  const std::unique_ptr<EVP_KDF_CTX, Freed<EVP_KDF_CTX_free>> context(EVP_KDF_CTX_new(kdf.get()));
  const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, const_cast<char*>("SHA256"), 0),
                                   octets(OSSL_KDF_PARAM_KEY, key), octets(OSSL_KDF_PARAM_SALT, salt),
                                   octets(OSSL_KDF_PARAM_INFO, purpose), OSSL_PARAM_construct_end()};
  std::string derived(size, '\0');
  if (EVP_KDF_derive(context.get(), out(derived), size, parameters) != 1) return refused("HKDF");
  return Secret(std::move(derived));
}

Result<Secret> argon2id(std::string_view passphrase, std::string_view salt, const Argon2Cost& cost) {
  std::string derived(kKeySize, '\0');
  const int code = argon2id_hash_raw(cost.passes, cost.memory_kib, cost.lanes, passphrase.data(), passphrase.size(), salt.data(),
                                     salt.size(), derived.data(), derived.size());
  if (code == ARGON2_MEMORY_ALLOCATION_ERROR) {
    return Error{ErrorKind::OutOfMemory, "Argon2id", "the device has too little memory for this passphrase's cost", NextStep::TryAgain};
  }
  if (code != ARGON2_OK) return refused("Argon2id");
  return Secret(std::move(derived));
}

Result<std::string> hash_of(HashKind kind, std::string_view bytes) {
  const EVP_MD* digest = kind == HashKind::Sha256 ? EVP_sha256() : EVP_sha512();
  std::string hash(static_cast<std::size_t>(EVP_MD_get_size(digest)), '\0');
  if (EVP_Digest(bytes.data(), bytes.size(), out(hash), nullptr, digest, nullptr) != 1) return refused("SHA-2");
  return hash;
}

Result<std::string> hmac_sha256(std::string_view key, std::string_view bytes) {
  std::string tag(kKeySize, '\0');
  std::size_t written = 0;
  // A key of no bytes is a key, for which OpenSSL wants an address.
  if (EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.empty() ? "" : key.data(), key.size(), in(bytes), bytes.size(), out(tag),
                tag.size(), &written) == nullptr) {
    return refused("HMAC");
  }
  return tag;
}

}  // namespace stadttor::platform
