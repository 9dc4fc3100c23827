// Lists of revoked certificates (RFC 5280, 5), as a gateway asks them and the test PKI signs them. Several stand one behind the other in one
// text; whose key was revoked, and why, is not in them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "programs/city/keys/certificate_authority.h"

typedef struct X509_crl_st X509_CRL;

namespace stadttor::city_server {

struct FreeRevocationList {
  void operator()(X509_CRL* list) const;
};
using OwnedRevocationList = std::unique_ptr<X509_CRL, FreeRevocationList>;

// In seconds since 1970; 0 where it says nothing.
std::int64_t listed_at(const X509_CRL* list);
std::int64_t next_update(const X509_CRL* list);

std::vector<OwnedRevocationList> revocation_lists_from_pem(const std::string& pem);
Result<std::string> pem_from_revocation_lists(const std::vector<OwnedRevocationList>& lists);

// Signed by `issuer` now: what `before` has (may be null), and `revoked` (may be null, too).
Result<OwnedRevocationList> make_revocation_list(X509* issuer, EVP_PKEY* issuer_key, const X509_CRL* before, const X509* revoked, long days);

}  // namespace stadttor::city_server
