#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include <vector>

#include "platform/native/openssl_primitives.h"

namespace stadttor::platform {

void FreeKey::operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }

namespace {

struct FreeBignum {
  void operator()(BIGNUM* number) const { BN_clear_free(number); }
};
using Bignum = std::unique_ptr<BIGNUM, FreeBignum>;

struct FreeContext {
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
  void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }
  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <class Type>
using Owned = std::unique_ptr<Type, FreeContext>;

constexpr std::size_t kCoordinateSize = 32;
constexpr int kPs512Salt = 64;
constexpr unsigned kPairBits = 4096;

const unsigned char* in(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Error no_key() { return {ErrorKind::MalformedData, "key", "these numbers are no key", NextStep::ContactOffice}; }
Error not_signed() { return {ErrorKind::Tampered, "signature", "is not this key's signature of these bytes", NextStep::ContactOffice}; }

// Collects the numbers of a key; they have to live until it is built.
class KeyNumbers {
 public:
  void add(const char* name, std::string_view bytes) {
    numbers_.emplace_back(BN_bin2bn(in(bytes), static_cast<int>(bytes.size()), nullptr));
    OSSL_PARAM_BLD_push_BN(builder_.get(), name, numbers_.back().get());
  }
  void add_text(const char* name, const char* text) { OSSL_PARAM_BLD_push_utf8_string(builder_.get(), name, text, 0); }
  void add_bytes(const char* name, std::string_view bytes) {
    OSSL_PARAM_BLD_push_octet_string(builder_.get(), name, bytes.data(), bytes.size());
  }

  Result<OwnedKey> built(const char* algorithm, int selection) {
    const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder_.get()));
    const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, algorithm, nullptr));
    EVP_PKEY* key = nullptr;
    const bool is_built = parameters != nullptr && EVP_PKEY_fromdata_init(context.get()) == 1 &&
                          EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) == 1;
    OwnedKey owned(key);
    if (!is_built) return no_key();
    return owned;
  }

 private:
  Owned<OSSL_PARAM_BLD> builder_{OSSL_PARAM_BLD_new()};
  std::vector<Bignum> numbers_;
};

// Big-endian, without leading zeros; empty where there is no such number.
std::string number_in(const EVP_PKEY* key, const char* name) {
  BIGNUM* found = nullptr;
  if (key == nullptr || EVP_PKEY_get_bn_param(key, name, &found) != 1) return {};
  const Bignum number(found);
  std::string bytes(static_cast<std::size_t>(BN_num_bytes(found)), '\0');
  BN_bn2bin(found, reinterpret_cast<unsigned char*>(bytes.data()));
  return bytes;
}

bool is_prepared_for_oaep(EVP_PKEY_CTX* context) {
  return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
         EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1 && EVP_PKEY_CTX_set_rsa_mgf1_md(context, EVP_sha256()) == 1;
}

}  // namespace

Result<OwnedKey> rsa_public(const RsaPublicNumbers& numbers) {
  KeyNumbers key;
  key.add(OSSL_PKEY_PARAM_RSA_N, numbers.modulus);
  key.add(OSSL_PKEY_PARAM_RSA_E, numbers.exponent);
  return key.built("RSA", EVP_PKEY_PUBLIC_KEY);
}

Result<OwnedKey> rsa_private(const RsaPrivateNumbers& numbers) {
  KeyNumbers key;
  key.add(OSSL_PKEY_PARAM_RSA_N, numbers.open.modulus);
  key.add(OSSL_PKEY_PARAM_RSA_E, numbers.open.exponent);
  key.add(OSSL_PKEY_PARAM_RSA_D, numbers.exponent.reveal<"a private key is handed to OpenSSL">());
  key.add(OSSL_PKEY_PARAM_RSA_FACTOR1, numbers.first_prime.reveal<"a private key is handed to OpenSSL">());
  key.add(OSSL_PKEY_PARAM_RSA_FACTOR2, numbers.second_prime.reveal<"a private key is handed to OpenSSL">());
  key.add(OSSL_PKEY_PARAM_RSA_EXPONENT1, numbers.first_exponent.reveal<"a private key is handed to OpenSSL">());
  key.add(OSSL_PKEY_PARAM_RSA_EXPONENT2, numbers.second_exponent.reveal<"a private key is handed to OpenSSL">());
  key.add(OSSL_PKEY_PARAM_RSA_COEFFICIENT1, numbers.coefficient.reveal<"a private key is handed to OpenSSL">());
  return key.built("RSA", EVP_PKEY_KEYPAIR);
}

Result<RsaPrivateNumbers> made_rsa_pair() {
  const OwnedKey key(EVP_RSA_gen(kPairBits));
  RsaPrivateNumbers numbers;
  numbers.open.modulus = number_in(key.get(), OSSL_PKEY_PARAM_RSA_N);
  numbers.open.exponent = number_in(key.get(), OSSL_PKEY_PARAM_RSA_E);
  numbers.exponent = Secret(number_in(key.get(), OSSL_PKEY_PARAM_RSA_D));
  numbers.first_prime = Secret(number_in(key.get(), OSSL_PKEY_PARAM_RSA_FACTOR1));
  numbers.second_prime = Secret(number_in(key.get(), OSSL_PKEY_PARAM_RSA_FACTOR2));
  numbers.first_exponent = Secret(number_in(key.get(), OSSL_PKEY_PARAM_RSA_EXPONENT1));
  numbers.second_exponent = Secret(number_in(key.get(), OSSL_PKEY_PARAM_RSA_EXPONENT2));
  numbers.coefficient = Secret(number_in(key.get(), OSSL_PKEY_PARAM_RSA_COEFFICIENT1));
  if (numbers.open.modulus.empty()) return Error{ErrorKind::NotSupported, "key", "OpenSSL cannot make one", NextStep::TryAgain};
  return numbers;
}

Result<OwnedKey> ec_public(const EcPublicPoint& point) {
  if (point.x.size() != kCoordinateSize || point.y.size() != kCoordinateSize) return no_key();
  KeyNumbers key;
  // SEC 1, 2.3.3: an uncompressed point.
  const std::string bytes = '\x04' + point.x + point.y;
  key.add_text(OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1");
  key.add_bytes(OSSL_PKEY_PARAM_PUB_KEY, bytes);
  return key.built("EC", EVP_PKEY_PUBLIC_KEY);
}

Result<std::string> oaep_encrypted(EVP_PKEY* key, std::string_view bytes) {
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
  std::string encrypted(static_cast<std::size_t>(EVP_PKEY_get_size(key)), '\0');
  std::size_t size = encrypted.size();
  const bool is_done = EVP_PKEY_encrypt_init(context.get()) == 1 && is_prepared_for_oaep(context.get()) &&
                       EVP_PKEY_encrypt(context.get(), reinterpret_cast<unsigned char*>(encrypted.data()), &size, in(bytes), bytes.size()) == 1;
  if (!is_done) return Error{ErrorKind::NotSupported, "RSA-OAEP-256", "OpenSSL refuses this key", NextStep::ContactOffice};
  encrypted.resize(size);
  return encrypted;
}

Result<Secret> oaep_decrypted(EVP_PKEY* key, std::string_view bytes) {
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr));
  std::string plain(static_cast<std::size_t>(EVP_PKEY_get_size(key)), '\0');
  std::size_t size = plain.size();
  const bool is_open = bytes.size() == plain.size() && EVP_PKEY_decrypt_init(context.get()) == 1 && is_prepared_for_oaep(context.get()) &&
                       EVP_PKEY_decrypt(context.get(), reinterpret_cast<unsigned char*>(plain.data()), &size, in(bytes), bytes.size()) == 1;
  plain.resize(is_open ? size : 0);
  Secret secret(std::move(plain));
  if (!is_open) return not_opened();
  return secret;
}

Outcome verified_ps512(EVP_PKEY* key, std::string_view bytes, std::string_view signature) {
  const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* parameters = nullptr;
  const bool is_signed = signature.size() == static_cast<std::size_t>(EVP_PKEY_get_size(key)) &&
                         EVP_DigestVerifyInit(context.get(), &parameters, EVP_sha512(), nullptr, key) == 1 &&
                         EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1 &&
                         EVP_PKEY_CTX_set_rsa_mgf1_md(parameters, EVP_sha512()) == 1 &&
                         EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, kPs512Salt) == 1 &&
                         EVP_DigestVerify(context.get(), in(signature), signature.size(), in(bytes), bytes.size()) == 1;
  if (!is_signed) return not_signed();
  return Done{};
}

Outcome verified_es256(EVP_PKEY* key, std::string_view bytes, std::string_view signature) {
  if (signature.size() != 2 * kCoordinateSize) return not_signed();
  // JOSE writes r and s side by side (IEEE P1363), OpenSSL reads them in DER.
  const Owned<ECDSA_SIG> pair(ECDSA_SIG_new());
  ECDSA_SIG_set0(pair.get(), BN_bin2bn(in(signature), kCoordinateSize, nullptr),
                 BN_bin2bn(in(signature.substr(kCoordinateSize)), kCoordinateSize, nullptr));
  unsigned char* encoded = nullptr;
  const int size = i2d_ECDSA_SIG(pair.get(), &encoded);
  if (size <= 0) return not_signed();
  const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
  const bool is_signed = EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
                         EVP_DigestVerify(context.get(), encoded, static_cast<std::size_t>(size), in(bytes), bytes.size()) == 1;
  OPENSSL_free(encoded);
  if (!is_signed) return not_signed();
  return Done{};
}

}  // namespace stadttor::platform
