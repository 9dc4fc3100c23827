#include "programs/city/keys/certificate_authority.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "programs/city/keys/private_key.h"

namespace stadttor::city_server {

void FreeCertificate::operator()(X509* certificate) const { X509_free(certificate); }

namespace {

constexpr long kDay = 24 * 60 * 60;
constexpr long kAuthorityDays = 10 * 365;
constexpr long kKeyDays = 2 * 365;

Error refused() { return {ErrorKind::NotSupported, "certificate", "OpenSSL cannot make it", NextStep::ContactOffice}; }

struct Description {
  std::string name;
  long days = 0;
  const char* constraints = "";
  const char* usage = "";
};

void set_random_serial(X509* certificate) {
  unsigned char bytes[16];
  RAND_bytes(bytes, sizeof bytes);
  bytes[0] &= 0x7f;  // RFC 5280, 4.1.2.2: positive
  BIGNUM* number = BN_bin2bn(bytes, sizeof bytes, nullptr);
  BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
  BN_free(number);
}

bool add_extension(X509* certificate, X509* issuer, int kind, const char* value) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, kind, value);
  const bool is_added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
  X509_EXTENSION_free(extension);
  return is_added;
}

// `issuer` is null for a certificate that signs itself.
Result<OwnedCertificate> certificate_for(EVP_PKEY* key, const Description& description, X509* issuer, EVP_PKEY* issuer_key) {
  OwnedCertificate certificate(X509_new());
  X509* made = certificate.get();
  X509* const signer = issuer == nullptr ? made : issuer;
  X509_set_version(made, X509_VERSION_3);
  set_random_serial(made);
  X509_gmtime_adj(X509_getm_notBefore(made), -kDay);  // clocks differ
  X509_gmtime_adj(X509_getm_notAfter(made), description.days * kDay);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(made), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(description.name.c_str()), -1, -1, 0);
  X509_set_issuer_name(made, X509_get_subject_name(signer));
  const bool is_complete = X509_set_pubkey(made, key) == 1 &&
                           add_extension(made, signer, NID_basic_constraints, description.constraints) &&
                           add_extension(made, signer, NID_key_usage, description.usage) &&
                           add_extension(made, signer, NID_subject_key_identifier, "hash") &&
                           (issuer == nullptr || add_extension(made, signer, NID_authority_key_identifier, "keyid:always")) &&
                           X509_sign(made, issuer_key, EVP_sha256()) > 0;
  if (!is_complete) return refused();
  return certificate;
}

Result<std::string> base64_of(X509* certificate) {
  unsigned char* der = nullptr;
  const int size = i2d_X509(certificate, &der);
  if (size <= 0) return refused();
  std::string text(static_cast<std::size_t>(size + 2) / 3 * 4 + 1, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), der, size);
  OPENSSL_free(der);
  text.resize(static_cast<std::size_t>(length));
  return text;
}

}  // namespace

Result<CertificateAuthority> CertificateAuthority::make() {
  CertificateAuthority authority;
  TRY_ASSIGN(const platform::OwnedKey root_key, make_ec_key());
  TRY_ASSIGN(authority.intermediate_key_, make_ec_key());
  const Description root{"Test-Verwaltungs-PKI Wurzel", kAuthorityDays, "critical,CA:TRUE", "critical,keyCertSign,cRLSign"};
  const Description below{"Test-Verwaltungs-PKI Ausgabe", kAuthorityDays, "critical,CA:TRUE,pathlen:0", "critical,keyCertSign,cRLSign"};
  TRY_ASSIGN(authority.root_, certificate_for(root_key.get(), root, nullptr, root_key.get()));
  TRY_ASSIGN(authority.intermediate_,
             certificate_for(authority.intermediate_key_.get(), below, authority.root_.get(), root_key.get()));
  return authority;
}

Result<std::vector<std::string>> CertificateAuthority::issue(EVP_PKEY* key, const std::string& name) const {
  const Description own{name, kKeyDays, "critical,CA:FALSE", "critical,digitalSignature,keyEncipherment"};
  TRY_ASSIGN(const OwnedCertificate certificate, certificate_for(key, own, intermediate_.get(), intermediate_key_.get()));
  std::vector<std::string> chain(2);
  TRY_ASSIGN(chain[0], base64_of(certificate.get()));
  TRY_ASSIGN(chain[1], base64_of(intermediate_.get()));
  return chain;
}

Result<std::string> CertificateAuthority::root_certificate() const {
  BIO* memory = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(memory, root_.get());
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory, &text);
  std::string pem(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  BIO_free(memory);
  if (pem.empty()) return refused();
  return pem;
}

}  // namespace stadttor::city_server
