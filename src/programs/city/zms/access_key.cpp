#include "programs/city/zms/access_key.h"

#include "platform/native/openssl_primitives.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server::zms {

Result<std::string> make_access_key(platform::SecureRandom& random) {
  TRY_ASSIGN(const std::string bytes, random.bytes(24));
  return protocols::jose::base64url_from_bytes(bytes);
}

Result<std::string> hash_of_access_key(std::string_view key) {
  TRY_ASSIGN(const std::string hash, platform::hash_of(platform::HashKind::Sha256, key));
  return protocols::jose::base64url_from_bytes(hash);
}

}  // namespace stadttor::city_server::zms
