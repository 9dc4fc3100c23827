#include "programs/city/gateway/certificate_chain.h"

#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include "programs/city/keys/revocation_list.h"

namespace stadttor::city_server {
namespace {

constexpr std::size_t kLongestChain = 6;

struct FreeVerification {
  void operator()(X509_STORE* store) const { X509_STORE_free(store); }
  void operator()(X509_STORE_CTX* context) const { X509_STORE_CTX_free(context); }
  void operator()(STACK_OF(X509) * list) const { sk_X509_free(list); }  // its certificates belong to others
};
template <class Type>
using Owned = std::unique_ptr<Type, FreeVerification>;

Error refused(std::string why) { return {ErrorKind::Tampered, "certificate chain", std::move(why), NextStep::ContactOffice}; }

RevocationCheck times_of(const std::vector<OwnedRevocationList>& lists, const X509* certificate) {
  RevocationCheck times;
  for (const OwnedRevocationList& list : lists) {
    const std::int64_t end = next_update(list.get());
    if (times.good_until == 0 || end < times.good_until) times.good_until = end;
    if (X509_NAME_cmp(X509_CRL_get_issuer(list.get()), X509_get_issuer_name(certificate)) == 0) times.listed_at = listed_at(list.get());
  }
  return times;
}

}  // namespace

Result<RevocationCheck> check_certificate_chain(const std::vector<std::string>& certificates, const std::string& root, const std::string& revocation_lists,
                                                std::int64_t now) {
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
  const std::vector<OwnedRevocationList> lists = revocation_lists_from_pem(revocation_lists);
  for (const OwnedRevocationList& list : lists) X509_STORE_add_crl(store.get(), list.get());
  const Owned<STACK_OF(X509)> between(sk_X509_new_null());
  for (std::size_t i = 1; i < chain.size(); ++i) sk_X509_push(between.get(), chain[i].get());
  const Owned<X509_STORE_CTX> context(X509_STORE_CTX_new());
  X509_STORE_CTX_init(context.get(), store.get(), chain.front().get(), between.get());
  X509_VERIFY_PARAM* parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(now));
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_X509_STRICT | X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL);
  RevocationCheck check = times_of(lists, chain.front().get());
  if (X509_verify_cert(context.get()) != 1) {
    const int error = X509_STORE_CTX_get_error(context.get());
    check.is_revoked = error == X509_V_ERR_CERT_REVOKED;
    if (!check.is_revoked) return refused(X509_verify_cert_error_string(error));
  }
  if ((X509_get_key_usage(chain.front().get()) & X509v3_KU_KEY_ENCIPHERMENT) == 0) return refused("not a certificate for encryption");
  return check;
}

}  // namespace stadttor::city_server
