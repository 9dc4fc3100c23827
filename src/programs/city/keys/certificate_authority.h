// A small certificate authority for tests and demonstrations, made like the Verwaltungs-PKI: a root, an authority below it, and
// certificates for single keys. Its own private keys live as long as the object, so nobody can issue another certificate later.
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

class CertificateAuthority {
 public:
  static Result<CertificateAuthority> make();

  // The chain of a new certificate for `key`, base64 of DER, the key's own first; the root is not in it (RFC 7517, 4.7 allows
  // either, and whoever checks has its own).
  Result<std::vector<std::string>> issue(EVP_PKEY* key, const std::string& name) const;

  // In PEM: what others pin.
  Result<std::string> root_certificate() const;

 private:
  CertificateAuthority() = default;

  platform::OwnedKey intermediate_key_;
  OwnedCertificate root_;
  OwnedCertificate intermediate_;
};

}  // namespace stadttor::city_server
