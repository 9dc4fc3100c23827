#include "programs/city/keys/certificate_authority.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include "programs/city/keys/private_key.h"
#include "programs/city/keys/revocation_list.h"

namespace stadttor::city_server {

void FreeCertificate::operator()(X509* certificate) const { X509_free(certificate); }

OwnedCertificate certificate_from_base64(const std::string& base64) {
  std::string der(base64.size(), '\0');
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(der.data()), reinterpret_cast<const unsigned char*>(base64.data()),
                                   static_cast<int>(base64.size()));
  if (size <= 0) return nullptr;
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  // Padding decodes to zeros behind the certificate, which is read by its own length.
  return OwnedCertificate(d2i_X509(nullptr, &at, size));
}

OwnedCertificate certificate_from_pem(const std::string& pem) {
  BIO* const memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  OwnedCertificate certificate(PEM_read_bio_X509(memory, nullptr, nullptr, nullptr));
  BIO_free(memory);
  return certificate;
}

namespace {

constexpr long kDay = 24 * 60 * 60;
constexpr long kAuthorityDays = 10 * 365;
constexpr long kKeyDays = 2 * 365;
// Long enough for a demonstration that nobody starts anew for a while.
constexpr long kListDays = 90;

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
  TRY_ASSIGN(authority.root_key_, make_ec_key());
  TRY_ASSIGN(authority.intermediate_key_, make_ec_key());
  const Description root{"Test-Verwaltungs-PKI Wurzel", kAuthorityDays, "critical,CA:TRUE", "critical,keyCertSign,cRLSign"};
  const Description below{"Test-Verwaltungs-PKI Ausgabe", kAuthorityDays, "critical,CA:TRUE,pathlen:0", "critical,keyCertSign,cRLSign"};
  TRY_ASSIGN(authority.root_, certificate_for(authority.root_key_.get(), root, nullptr, authority.root_key_.get()));
  TRY_ASSIGN(authority.intermediate_,
             certificate_for(authority.intermediate_key_.get(), below, authority.root_.get(), authority.root_key_.get()));
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

namespace {

template <class Write>
Result<std::string> pem_of(Write write) {
  BIO* memory = BIO_new(BIO_s_mem());
  write(memory);
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory, &text);
  std::string pem(text, size > 0 ? static_cast<std::size_t>(size) : 0);
  BIO_free(memory);
  if (pem.empty()) return refused();
  return pem;
}

}  // namespace

Result<std::string> CertificateAuthority::root_certificate() const {
  return pem_of([this](BIO* memory) { PEM_write_bio_X509(memory, root_.get()); });
}

Result<std::string> CertificateAuthority::issuing_authority() const {
  return pem_of([this](BIO* memory) {
    PEM_write_bio_PrivateKey(memory, intermediate_key_.get(), nullptr, nullptr, 0, nullptr, nullptr);
    PEM_write_bio_X509(memory, intermediate_.get());
  });
}

Result<CertificateAuthority> CertificateAuthority::parse_issuing_authority(const std::string& pem) {
  CertificateAuthority authority;
  BIO* const memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  authority.intermediate_key_.reset(PEM_read_bio_PrivateKey(memory, nullptr, nullptr, nullptr));
  BIO_free(memory);
  authority.intermediate_ = certificate_from_pem(pem);
  if (authority.intermediate_key_ == nullptr || authority.intermediate_ == nullptr) {
    return Error{ErrorKind::MalformedData, "issuing authority", "is not a key and a certificate in PEM", NextStep::CorrectInput};
  }
  return authority;
}

Result<std::string> CertificateAuthority::first_revocation_lists() const {
  std::vector<OwnedRevocationList> lists(2);
  TRY_ASSIGN(lists[0], make_revocation_list(intermediate_.get(), intermediate_key_.get(), nullptr, nullptr, kListDays));
  // The root's key is gone afterwards.
  TRY_ASSIGN(lists[1], make_revocation_list(root_.get(), root_key_.get(), nullptr, nullptr, kAuthorityDays));
  return pem_from_revocation_lists(lists);
}

Result<std::string> CertificateAuthority::renewed_revocation_lists(const std::string& lists, const std::string& revoked) const {
  const OwnedCertificate certificate = revoked.empty() ? nullptr : certificate_from_base64(revoked);
  if (!revoked.empty() && certificate == nullptr) return refused();
  std::vector<OwnedRevocationList> renewed = revocation_lists_from_pem(lists);
  for (OwnedRevocationList& list : renewed) {
    if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_subject_name(intermediate_.get())) != 0) continue;
    TRY_ASSIGN(list, make_revocation_list(intermediate_.get(), intermediate_key_.get(), list.get(), certificate.get(), kListDays));
    return pem_from_revocation_lists(renewed);
  }
  return Error{ErrorKind::NotFound, "revocation list", "none of this authority", NextStep::CorrectInput};
}

}  // namespace stadttor::city_server
