#include "programs/city/keys/revocation_list.h"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <ctime>

namespace stadttor::city_server {

void FreeRevocationList::operator()(X509_CRL* list) const { X509_CRL_free(list); }

namespace {

constexpr long kDay = 24 * 60 * 60;

struct FreeMemory {
  void operator()(BIO* memory) const { BIO_free(memory); }
};
using Memory = std::unique_ptr<BIO, FreeMemory>;

Error refused() { return {ErrorKind::NotSupported, "revocation list", "OpenSSL cannot make it", NextStep::ContactOffice}; }

std::int64_t seconds_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return 0;
  return timegm(&parts);
}

bool set_times(X509_CRL* list, long days) {
  ASN1_TIME* const time = ASN1_TIME_new();
  // An hour ago: clocks differ.
  const bool is_set = X509_gmtime_adj(time, -3600) != nullptr && X509_CRL_set1_lastUpdate(list, time) == 1 && X509_gmtime_adj(time, days * kDay) != nullptr &&
                      X509_CRL_set1_nextUpdate(list, time) == 1;
  ASN1_TIME_free(time);
  return is_set;
}

bool add_extensions(X509_CRL* list, X509* issuer) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, issuer, nullptr, nullptr, list, 0);
  X509_EXTENSION* const authority = X509V3_EXT_conf_nid(nullptr, &context, NID_authority_key_identifier, "keyid:always");
  ASN1_INTEGER* const number = ASN1_INTEGER_new();
  const bool is_added = authority != nullptr && X509_CRL_add_ext(list, authority, -1) == 1 && ASN1_INTEGER_set_int64(number, std::time(nullptr)) == 1 &&
                        X509_CRL_add1_ext_i2d(list, NID_crl_number, number, 0, 0) == 1;
  X509_EXTENSION_free(authority);
  ASN1_INTEGER_free(number);
  return is_added;
}

bool add_revoked(X509_CRL* list, const ASN1_INTEGER* serial, const ASN1_TIME* when) {
  X509_REVOKED* const entry = X509_REVOKED_new();
  const bool is_added = X509_REVOKED_set_serialNumber(entry, const_cast<ASN1_INTEGER*>(serial)) == 1 &&
                        X509_REVOKED_set_revocationDate(entry, const_cast<ASN1_TIME*>(when)) == 1 && X509_CRL_add0_revoked(list, entry) == 1;
  if (!is_added) X509_REVOKED_free(entry);
  return is_added;
}

bool take_over(X509_CRL* list, const X509_CRL* before) {
  STACK_OF(X509_REVOKED)* const entries = before == nullptr ? nullptr : X509_CRL_get_REVOKED(const_cast<X509_CRL*>(before));
  for (int at = 0; entries != nullptr && at < sk_X509_REVOKED_num(entries); ++at) {
    const X509_REVOKED* const entry = sk_X509_REVOKED_value(entries, at);
    if (!add_revoked(list, X509_REVOKED_get0_serialNumber(entry), X509_REVOKED_get0_revocationDate(entry))) return false;
  }
  return true;
}

}  // namespace

std::int64_t listed_at(const X509_CRL* list) { return seconds_of(X509_CRL_get0_lastUpdate(list)); }
std::int64_t next_update(const X509_CRL* list) { return seconds_of(X509_CRL_get0_nextUpdate(list)); }

std::vector<OwnedRevocationList> revocation_lists_from_pem(const std::string& pem) {
  std::vector<OwnedRevocationList> lists;
  const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  while (X509_CRL* const list = PEM_read_bio_X509_CRL(memory.get(), nullptr, nullptr, nullptr)) lists.emplace_back(list);
  return lists;
}

Result<std::string> pem_from_revocation_lists(const std::vector<OwnedRevocationList>& lists) {
  const Memory memory(BIO_new(BIO_s_mem()));
  for (const OwnedRevocationList& list : lists) {
    if (PEM_write_bio_X509_CRL(memory.get(), list.get()) != 1) return refused();
  }
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory.get(), &text);
  return std::string(text, size > 0 ? static_cast<std::size_t>(size) : 0);
}

Result<OwnedRevocationList> make_revocation_list(X509* issuer, EVP_PKEY* issuer_key, const X509_CRL* before, const X509* revoked, long days) {
  OwnedRevocationList list(X509_CRL_new());
  ASN1_TIME* const now = X509_gmtime_adj(nullptr, 0);
  const bool is_complete = X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1 && X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(issuer)) == 1 &&
                           set_times(list.get(), days) && add_extensions(list.get(), issuer) && take_over(list.get(), before) &&
                           (revoked == nullptr || add_revoked(list.get(), X509_get0_serialNumber(revoked), now)) && X509_CRL_sort(list.get()) == 1 &&
                           X509_CRL_sign(list.get(), issuer_key, EVP_sha256()) > 0;
  ASN1_TIME_free(now);
  if (!is_complete) return refused();
  return list;
}

}  // namespace stadttor::city_server
