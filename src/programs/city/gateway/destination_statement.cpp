#include "programs/city/gateway/destination_statement.h"

#include <algorithm>

#include "foundation/json_writer.h"
#include "programs/city/gateway/certificate_chain.h"
#include "programs/city/site/file_text.h"
#include "protocols/jose/base64url.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::city_server {

Result<std::string> destination_statement(const GatewayKeys& keys, std::string_view destination_id, std::string_view key_id,
                                          std::string_view jwk, std::int64_t now) {
  TRY_ASSIGN(const protocols::jose::JsonWebKey key, protocols::jose::parse_json_web_key(jwk, "destination key"));
  TRY(protocols::jose::check_encryption_key(key, key_id));
  TRY(protocols::jose::check_validity(key, now * 1000));
  TRY_ASSIGN(const RevocationCheck check,
             check_certificate_chain(key.certificates, keys.root_certificate, find_file_text(keys.revocation_lists).value_or(""), now));
  TRY_ASSIGN(const std::string thumbprint, platform::hash_of(platform::HashKind::Sha256, protocols::jose::thumbprint_input(key)));
  JsonWriter json;
  json.begin_object().member("destinationId", destination_id).member("jkt", protocols::jose::base64url_from_bytes(thumbprint));
  json.name("iat").number(now).name("exp").number(std::min(now + kStatementSeconds, check.good_until));
  json.name("revocation").begin_object().member("status", check.is_revoked ? "revoked" : "good").name("listedAt").number(check.listed_at).end_object();
  json.end_object();
  return signed_token(keys.statement, "destination-statement+jwt", json.take());
}

}  // namespace stadttor::city_server
