#include "programs/city/keys/private_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

#include "foundation/json_reader.h"
#include "foundation/json_writer.h"
#include "protocols/jose/base64url.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::city_server {
namespace {

using platform::OwnedKey;
using protocols::jose::base64url_from_bytes;

constexpr unsigned kRsaBits = 4096;
constexpr std::size_t kCoordinateSize = 32;
constexpr int kPs512Salt = 64;

struct FreeOpenssl {
  void operator()(BIGNUM* number) const { BN_clear_free(number); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
  void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
  void operator()(OSSL_PARAM* parameters) const { OSSL_PARAM_free(parameters); }
  void operator()(ECDSA_SIG* signature) const { ECDSA_SIG_free(signature); }
};
template <class Type>
using Owned = std::unique_ptr<Type, FreeOpenssl>;

Error refused(const char* why) { return {ErrorKind::NotSupported, "key", why, NextStep::ContactOffice}; }

bool is_rsa(EVP_PKEY* key) { return EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA; }

// Big-endian; with `size` 0 without leading zeros, as RFC 7518, 6.3 wants it.
std::string number_of(EVP_PKEY* key, const char* name, std::size_t size) {
  BIGNUM* found = nullptr;
  if (EVP_PKEY_get_bn_param(key, name, &found) != 1) return {};
  const Owned<BIGNUM> number(found);
  std::string bytes(size != 0 ? size : static_cast<std::size_t>(BN_num_bytes(number.get())), '\0');
  BN_bn2binpad(number.get(), reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  return base64url_from_bytes(bytes);
}

void write_names(JsonWriter& json, EVP_PKEY* key, const KeyNames& names) {
  json.member("kty", is_rsa(key) ? "RSA" : "EC").member("alg", names.algorithm).member("kid", names.key_id);
  if (!names.operation.empty()) json.name("key_ops").begin_list().text(names.operation).end_list();
}

void write_public_numbers(JsonWriter& json, EVP_PKEY* key) {
  if (is_rsa(key)) {
    json.member("n", number_of(key, OSSL_PKEY_PARAM_RSA_N, 0)).member("e", number_of(key, OSSL_PKEY_PARAM_RSA_E, 0));
    return;
  }
  json.member("crv", "P-256");
  json.member("x", number_of(key, OSSL_PKEY_PARAM_EC_PUB_X, kCoordinateSize));
  json.member("y", number_of(key, OSSL_PKEY_PARAM_EC_PUB_Y, kCoordinateSize));
}

Result<OwnedKey> ec_private(const std::string& x, const std::string& y, const std::string& d) {
  if (x.size() != kCoordinateSize || y.size() != kCoordinateSize) return refused("these numbers are no key");
  const std::string point = '\x04' + x + y;  // SEC 1, 2.3.3: uncompressed
  const Owned<BIGNUM> secret(BN_bin2bn(reinterpret_cast<const unsigned char*>(d.data()), static_cast<int>(d.size()), nullptr));
  const Owned<OSSL_PARAM_BLD> builder(OSSL_PARAM_BLD_new());
  OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
  OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret.get());
  const Owned<OSSL_PARAM> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
  const Owned<EVP_PKEY_CTX> context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
  EVP_PKEY* key = nullptr;
  const bool is_built = parameters != nullptr && EVP_PKEY_fromdata_init(context.get()) == 1 &&
                        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_KEYPAIR, parameters.get()) == 1;
  OwnedKey owned(key);
  if (!is_built) return refused("these numbers are no key");
  return owned;
}

// JOSE writes r and s side by side (RFC 7518, 3.4), OpenSSL in DER.
Result<std::string> side_by_side(const std::string& der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const Owned<ECDSA_SIG> pair(d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())));
  if (pair == nullptr) return refused("the signature cannot be read");
  std::string bytes(2 * kCoordinateSize, '\0');
  auto* out = reinterpret_cast<unsigned char*>(bytes.data());
  BN_bn2binpad(ECDSA_SIG_get0_r(pair.get()), out, kCoordinateSize);
  BN_bn2binpad(ECDSA_SIG_get0_s(pair.get()), out + kCoordinateSize, kCoordinateSize);
  return bytes;
}

Result<std::string> signature_of(const SigningKey& key, const std::string& input) {
  const bool is_ps512 = key.algorithm == "PS512";
  const Owned<EVP_MD_CTX> context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* parameters = nullptr;
  if (EVP_DigestSignInit(context.get(), &parameters, is_ps512 ? EVP_sha512() : EVP_sha256(), nullptr, key.key.get()) != 1) {
    return refused("OpenSSL does not sign with this key");
  }
  if (is_ps512 && (EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) != 1 ||
                   EVP_PKEY_CTX_set_rsa_mgf1_md(parameters, EVP_sha512()) != 1 ||
                   EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, kPs512Salt) != 1)) {
    return refused("OpenSSL does not sign with this key");
  }
  std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(key.key.get()));
  std::string signature(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                     reinterpret_cast<const unsigned char*>(input.data()), input.size()) != 1) {
    return refused("OpenSSL does not sign with this key");
  }
  signature.resize(size);
  if (is_ps512) return signature;
  return side_by_side(signature);
}

}  // namespace

Result<OwnedKey> make_rsa_key() {
  OwnedKey key(EVP_RSA_gen(kRsaBits));
  if (key == nullptr) return refused("OpenSSL cannot make a key");
  return key;
}

Result<OwnedKey> make_ec_key() {
  OwnedKey key(EVP_EC_gen("P-256"));
  if (key == nullptr) return refused("OpenSSL cannot make a key");
  return key;
}

std::string private_jwk(EVP_PKEY* key, const KeyNames& names) {
  JsonWriter json;
  json.begin_object();
  write_names(json, key, names);
  write_public_numbers(json, key);
  if (is_rsa(key)) {
    json.member("d", number_of(key, OSSL_PKEY_PARAM_RSA_D, 0));
    json.member("p", number_of(key, OSSL_PKEY_PARAM_RSA_FACTOR1, 0));
    json.member("q", number_of(key, OSSL_PKEY_PARAM_RSA_FACTOR2, 0));
    json.member("dp", number_of(key, OSSL_PKEY_PARAM_RSA_EXPONENT1, 0));
    json.member("dq", number_of(key, OSSL_PKEY_PARAM_RSA_EXPONENT2, 0));
    json.member("qi", number_of(key, OSSL_PKEY_PARAM_RSA_COEFFICIENT1, 0));
  } else {
    json.member("d", number_of(key, OSSL_PKEY_PARAM_PRIV_KEY, kCoordinateSize));
  }
  return json.end_object().take();
}

std::string public_jwk(EVP_PKEY* key, const KeyNames& names, const std::vector<std::string>& certificates) {
  JsonWriter json;
  json.begin_object();
  write_names(json, key, names);
  write_public_numbers(json, key);
  if (!certificates.empty()) {
    json.name("x5c").begin_list();
    for (const std::string& certificate : certificates) json.text(certificate);
    json.end_list();
  }
  return json.end_object().take();
}

Result<SigningKey> parse_signing_key(std::string_view jwk, std::string where) {
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(jwk, where));
  JsonReader reader = document.root();
  SigningKey signing{nullptr, reader.required_text("kid"), reader.required_text("alg")};
  if (reader.required_text("kty") == "RSA") {
    TRY_ASSIGN(const platform::RsaPrivateNumbers numbers, protocols::jose::parse_rsa_private_key(jwk, where));
    TRY_ASSIGN(signing.key, platform::rsa_private(numbers));
  } else {
    const auto bytes_of = [&reader](const char* name) {
      return protocols::jose::parse_base64url(reader.required_text(name)).value_or(std::string());
    };
    TRY_ASSIGN(signing.key, ec_private(bytes_of("x"), bytes_of("y"), bytes_of("d")));
  }
  TRY(document.finish());
  return signing;
}

Result<std::string> signed_token(const SigningKey& key, std::string_view type, std::string_view payload) {
  JsonWriter header;
  header.begin_object().member("typ", type).member("alg", key.algorithm).member("kid", key.key_id).end_object();
  std::string token = base64url_from_bytes(header.take()) + "." + base64url_from_bytes(payload);
  TRY_ASSIGN(const std::string signature, signature_of(key, token));
  return token.append(".").append(base64url_from_bytes(signature));
}

}  // namespace stadttor::city_server
