#include "programs/city/gateway/certificate_chain.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "programs/city/keys/certificate_authority.h"

namespace stadttor::city_server {
namespace {

constexpr std::size_t kLongestChain = 6;

struct FreeVerification {
  void operator()(BIO* memory) const { BIO_free(memory); }
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
  void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
  void operator()(STACK_OF(X509) * list) const { sk_X509_free(list); }  // its certificates belong to others
};
template <class Type>
using Owned = std::unique_ptr<Type, FreeVerification>;

Error refused(std::string why) { return {ErrorKind::Tampered, "certificate chain", std::move(why), NextStep::ContactOffice}; }

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
  const Owned<BIO> memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return OwnedCertificate(PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr));
}

}  // namespace

Outcome check_certificate_chain(const std::vector<std::string>& certificates, const std::string& root, std::int64_t now) {
  if (certificates.empty() || certificates.size() > kLongestChain) return refused("no certificates, or too many");
  std::vector<OwnedCertificate> chain;
  for (const std::string& text : certificates) {
    chain.push_back(certificate_from_base64(text));
    if (chain.back() == nullptr) return refused("a certificate cannot be read");
  }
  const OwnedCertificate trusted = certificate_from_pem(root);
  if (trusted == nullptr) return refused("the pinned root cannot be read");

  const Owned<X509_STORE> store(X509_STORE_new());
  X509_STORE_add_cert(store.get(), trusted.get());
  const Owned<STACK_OF(X509)> between(sk_X509_new_null());
  for (std::size_t i = 1; i < chain.size(); ++i) sk_X509_push(between.get(), chain[i].get());
  const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), chain.front().get(), between.get());
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(now));
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_X509_STRICT);
  if (X509_verify_cert(context.get()) != 1) return refused(X509_verify_cert_error_string(X509_STORE_CTX_get_error(context.get())));
  if ((X509_get_key_usage(chain.front().get()) & X509v3_KU_KEY_ENCIPHERMENT) == 0) return refused("not a certificate for encryption");
  return Done{};
}

}  // namespace stadttor::city_server
