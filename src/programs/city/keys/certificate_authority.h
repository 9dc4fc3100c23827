// A small certificate authority for tests and demonstrations, made like the Verwaltungs-PKI: a root, an authority below it, and
// certificates for single keys. The root's private key lives as long as the object; the other one is kept, to revoke certificates later.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "platform/native/openssl_primitives.h"

typedef struct x509_st X509;

namespace stadttor::city_server {

struct FreeCertificate {
  void operator()(X509* certificate) const;
};
using OwnedCertificate = std::unique_ptr<X509, FreeCertificate>;

// Null where it is none: of DER in base64, as x5c has it, or in PEM.
OwnedCertificate certificate_from_base64(const std::string& base64);
OwnedCertificate certificate_from_pem(const std::string& pem);

class CertificateAuthority {
 public:
  static Result<CertificateAuthority> make();

  // The chain of a new certificate for `key`, base64 of DER, the key's own first; the root is not in it (RFC 7517, 4.7 allows
  // either, and whoever checks has its own).
  Result<std::vector<std::string>> issue(EVP_PKEY* key, const std::string& name) const;

  // In PEM: what others pin.
  Result<std::string> root_certificate() const;

  // The authority below the root, key and certificate in PEM: for its owner alone.
  Result<std::string> issuing_authority() const;
  // Without the root: it can revoke, and issues nothing that anybody would miss.
  static Result<CertificateAuthority> parse_issuing_authority(const std::string& pem);

  // Nothing is revoked yet: lists of both authorities, in PEM.
  Result<std::string> first_revocation_lists() const;
  // `lists` with this authority's own signed anew; `revoked` is base64 of a certificate's DER, or empty.
  Result<std::string> renewed_revocation_lists(const std::string& lists, const std::string& revoked) const;

 private:
  CertificateAuthority() = default;

  platform::OwnedKey root_key_;
  platform::OwnedKey intermediate_key_;
  OwnedCertificate root_;
  OwnedCertificate intermediate_;
};

}  // namespace stadttor::city_server
