// renew_revocation_lists() and revoke_key() of key_folder.h.
#include <ctime>

#include "programs/city/keys/key_folder.h"
#include "programs/city/keys/private_file.h"
#include "programs/city/keys/revocation_list.h"
#include "programs/city/site/file_text.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::city_server {
namespace {

namespace files = std::filesystem;

constexpr std::int64_t kRenewedBefore = std::int64_t{45} * 24 * 60 * 60;  // seconds

bool is_soon_too_old(const std::string& lists) {
  for (const OwnedRevocationList& list : revocation_lists_from_pem(lists)) {
    if (next_update(list.get()) - std::time(nullptr) < kRenewedBefore) return true;
  }
  return false;
}

Outcome write_lists(const files::path& folder, const std::string& lists, const std::string& authority_pem, const std::string& revoked) {
  TRY_ASSIGN(const CertificateAuthority authority, CertificateAuthority::parse_issuing_authority(authority_pem));
  TRY_ASSIGN(const std::string renewed, authority.renewed_revocation_lists(lists, revoked));
  // Beside it first: a gateway may be reading.
  TRY(write_file(folder / "revoked.pem.new", renewed, kEverybodyReads));
  std::error_code failure;
  files::rename(folder / "revoked.pem.new", folder / "revoked.pem", failure);
  if (!failure) return Done{};
  return Error{ErrorKind::StorageUnreadable, (folder / "revoked.pem").string(), failure.message(), NextStep::CorrectInput};
}

}  // namespace

Outcome renew_revocation_lists(const files::path& folder) {
  const std::optional<std::string> authority = find_file_text(folder / "issuing_authority.private.pem");
  const std::string lists = find_file_text(folder / "revoked.pem").value_or("");
  if (!authority || !is_soon_too_old(lists)) return Done{};
  return write_lists(folder, lists, *authority, {});
}

Outcome revoke_key(const files::path& folder, const std::string& key_id) {
  const std::optional<std::string> authority = find_file_text(folder / "issuing_authority.private.pem");
  if (!authority) return Error{ErrorKind::NotFound, folder.string(), "its keys are not of the test PKI; whoever issued a certificate revokes it", NextStep::CorrectInput};
  std::string known;
  for (const char* name : {"authority_encryption", "authority_signing", "service_signing"}) {
    const files::path file = folder / (std::string(name) + ".public.json");
    TRY_ASSIGN(const protocols::jose::JsonWebKey key, protocols::jose::parse_json_web_key(find_file_text(file).value_or(""), file.string()));
    known.append(known.empty() ? "" : ", ").append(key.key_id).append(" (").append(name).append(")");
    if (key.key_id != key_id) continue;
    return write_lists(folder, find_file_text(folder / "revoked.pem").value_or(""), *authority, key.certificates.empty() ? "" : key.certificates.front());
  }
  return Error{ErrorKind::NotFound, "--revoke " + key_id, "there is no such key; there are " + known, NextStep::CorrectInput};
}

}  // namespace stadttor::city_server
