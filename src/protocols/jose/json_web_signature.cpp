#include "protocols/jose/json_web_signature.h"

#include "protocols/jose/base64url.h"

namespace stadttor::protocols::jose {

namespace {

constexpr std::size_t kSegments = 3;
constexpr std::size_t kLongest = 2U << 20U;

Error refused(const char* why) { return {ErrorKind::MalformedData, "JWS", why, NextStep::ContactOffice}; }

}  // namespace

Result<UnverifiedJws> parse_jws(std::string_view compact) {
  if (compact.size() > kLongest) return refused("too long");
  const auto segments = segments_of(compact, kSegments);
  if (segments.empty()) return refused("not three segments");
  UnverifiedJws jws;
  TRY_ASSIGN(jws.header, read_protected_header(segments[0], HeaderKind::Signature));
  if (jws.header.algorithm != "PS512" && jws.header.algorithm != "ES256") return refused("alg is neither PS512 nor ES256");
  auto payload = parse_base64url(segments[1]);
  auto signature = parse_base64url(segments[2]);
  if (!payload || !signature || signature->empty()) return refused("payload or signature is not base64url");
  jws.payload = std::move(*payload);
  jws.signature = std::move(*signature);
  jws.signing_input = std::string(compact.substr(0, compact.rfind('.')));
  return jws;
}

void verify_jws(platform::Cryptography& cryptography, const JsonWebKey& key, UnverifiedJws jws, platform::Callback<Done> callback) {
  // The algorithm is the key's; a header may not choose another.
  const bool is_meant = jws.header.algorithm == key.algorithm && jws.header.key_id == key.key_id;
  auto verify = [&cryptography, is_meant, jws = std::move(jws), callback = std::move(callback)](Result<platform::KeyHandle> handle) {
    if (!handle.ok()) return callback(handle.error());
    if (!is_meant) return callback(Error{ErrorKind::Tampered, "JWS", "signed with another key than the one given", NextStep::ContactOffice});
    cryptography.verify(handle.value(), jws.signing_input, jws.signature, callback);
  };
  if (key.type == KeyType::Rsa) return cryptography.import_rsa_public(platform::KeyKind::Ps512Public, key.rsa, std::move(verify));
  cryptography.import_ec_public(key.point, std::move(verify));
}

}  // namespace stadttor::protocols::jose
