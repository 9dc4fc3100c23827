// make_keys() of key_folder.h.
#include "foundation/json_writer.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/keys/certificate_authority.h"
#include "programs/city/keys/key_folder.h"
#include "programs/city/keys/private_file.h"
#include "protocols/fit_connect/destination.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server {
namespace {

namespace files = std::filesystem;

constexpr std::size_t kSecretSize = 32;

Result<std::string> random_id() {
  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string bytes, random.bytes(16));
  return protocols::fit_connect::uuid_from_random(bytes);
}

class KeyMaking {
 public:
  KeyMaking(const files::path& folder, const CertificateAuthority& authority) : folder_(folder), authority_(authority) {}

  Outcome write_rsa_key(const std::string& file, const std::string& owner, const char* algorithm, const char* operation) {
    TRY_ASSIGN(const platform::OwnedKey key, make_rsa_key());
    TRY_ASSIGN(const std::string key_id, random_id());
    TRY_ASSIGN(const std::vector<std::string> chain, authority_.issue(key.get(), owner));
    TRY(write_file(folder_ / (file + ".private.json"), private_jwk(key.get(), {algorithm, key_id, ""}), kOwnerAlone));
    return write_file(folder_ / (file + ".public.json"), public_jwk(key.get(), {algorithm, key_id, operation}, chain), kEverybodyReads);
  }

  // The public half, which the site carries.
  Result<std::string> write_statement_key() {
    TRY_ASSIGN(const platform::OwnedKey key, make_ec_key());
    TRY_ASSIGN(const std::string key_id, random_id());
    TRY(write_file(folder_ / "statement.private.json", private_jwk(key.get(), {"ES256", key_id, ""}), kOwnerAlone));
    return public_jwk(key.get(), {"ES256", key_id, "verify"}, {});
  }

  Outcome write_client(const std::string& name) {
    platform::NativeSecureRandom random;
    TRY_ASSIGN(const std::string secret, random.bytes(kSecretSize));
    JsonWriter json;
    json.begin_object().member("client_id", name).member("client_secret", protocols::jose::base64url_from_bytes(secret)).end_object();
    return write_file(folder_ / (name + "_client.private.json"), json.take(), kOwnerAlone);
  }

 private:
  const files::path& folder_;
  const CertificateAuthority& authority_;
};

}  // namespace

Outcome make_keys(const files::path& folder, const std::string& issuer) {
  if (has_keys(folder)) return renew_revocation_lists(folder);
  std::error_code failure;
  // Of keys from before there were lists: the key that could sign one is gone.
  files::remove(folder / "trust.json", failure);
  files::create_directories(folder, failure);
  files::permissions(folder, files::perms::owner_all, failure);
  TRY_ASSIGN(const CertificateAuthority authority, CertificateAuthority::make());
  KeyMaking making(folder, authority);
  TRY(making.write_rsa_key("authority_encryption", "Empfang von Anträgen", "RSA-OAEP-256", "wrapKey"));
  TRY(making.write_rsa_key("authority_signing", "Bescheide über Anträge", "PS512", "verify"));
  TRY(making.write_rsa_key("service_signing", "Zustelldienst", "PS512", "verify"));
  TRY(making.write_client("gateway"));
  TRY(making.write_client("authority"));
  TRY_ASSIGN(const std::string root, authority.root_certificate());
  TRY(write_file(folder / "root.pem", root, kEverybodyReads));
  TRY_ASSIGN(const std::string issuing, authority.issuing_authority());
  TRY(write_file(folder / "issuing_authority.private.pem", issuing, kOwnerAlone));
  TRY_ASSIGN(const std::string lists, authority.first_revocation_lists());
  TRY(write_file(folder / "revoked.pem", lists, kEverybodyReads));
  TRY_ASSIGN(const std::string statement_key, making.write_statement_key());
  // Last, because it says that all the others are there.
  JsonWriter trust;
  trust.begin_object().member("gateway", "/fit-connect").member("issuer", issuer.empty() ? kDeliveryServiceIssuer : issuer);
  std::string text = trust.take();
  text.append(R"(,"statement_key":)").append(statement_key).append("}\n");
  return write_file(folder / "trust.json", text, kEverybodyReads);
}

}  // namespace stadttor::city_server
