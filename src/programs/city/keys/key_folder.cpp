#include "programs/city/keys/key_folder.h"

#include "foundation/json_reader.h"
#include "programs/city/site/file_text.h"
#include "protocols/jose/json_web_key.h"

namespace stadttor::city_server {
namespace {

namespace files = std::filesystem;

Result<std::string> text_of(const files::path& file) {
  std::optional<std::string> text = find_file_text(file);
  if (text) return *std::move(text);
  return Error{ErrorKind::NotFound, file.string(), "cannot be read; make the keys with: city keys --out FOLDER", NextStep::CorrectInput};
}

Result<SigningKey> signing_key_in(const files::path& file) {
  TRY_ASSIGN(const std::string text, text_of(file));
  return parse_signing_key(text, file.string());
}

Result<std::string> key_id_of(const std::string& jwk, const files::path& file) {
  TRY_ASSIGN(const protocols::jose::JsonWebKey key, protocols::jose::parse_json_web_key(jwk, file.string()));
  return key.key_id;
}

Result<ClientCredentials> client_in(const files::path& file) {
  TRY_ASSIGN(const std::string text, text_of(file));
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(text, file.string()));
  ClientCredentials client{document.root().required_text("client_id"), document.root().required_text("client_secret")};
  TRY(document.finish());
  return client;
}

}  // namespace

bool has_keys(const files::path& folder) {
  std::error_code failure;
  return files::is_regular_file(folder / "trust.json", failure) && files::is_regular_file(folder / "revoked.pem", failure);
}

Result<DeliveryServiceKeys> read_delivery_service_keys(const files::path& folder) {
  DeliveryServiceKeys keys;
  TRY_ASSIGN(keys.signing, signing_key_in(folder / "service_signing.private.json"));
  TRY_ASSIGN(keys.public_jwk, text_of(folder / "service_signing.public.json"));
  TRY_ASSIGN(const std::string trust, text_of(folder / "trust.json"));
  TRY_ASSIGN(JsonDocument document, JsonDocument::parse(trust, (folder / "trust.json").string()));
  keys.issuer = document.root().required_text("issuer");
  TRY(document.finish());
  return keys;
}

Result<AuthorityKeys> read_authority_keys(const files::path& folder) {
  AuthorityKeys keys;
  const files::path file = folder / "authority_encryption.private.json";
  TRY_ASSIGN(const std::string decryption, text_of(file));
  TRY_ASSIGN(keys.decryption, protocols::jose::parse_rsa_private_key(decryption, file.string()));
  TRY_ASSIGN(keys.signing, signing_key_in(folder / "authority_signing.private.json"));
  TRY_ASSIGN(DestinationKeys open, read_destination_keys(folder));
  keys.encryption_key_id = std::move(open.encryption_key_id);
  keys.encryption_public_jwk = std::move(open.encryption_jwk);
  keys.signing_public_jwk = std::move(open.signing_jwk);
  TRY_ASSIGN(keys.client, client_in(folder / "authority_client.private.json"));
  return keys;
}

Result<GatewayKeys> read_gateway_keys(const files::path& folder) {
  GatewayKeys keys;
  TRY_ASSIGN(keys.statement, signing_key_in(folder / "statement.private.json"));
  TRY_ASSIGN(keys.root_certificate, text_of(folder / "root.pem"));
  keys.revocation_lists = folder / "revoked.pem";
  TRY_ASSIGN(keys.client, client_in(folder / "gateway_client.private.json"));
  return keys;
}

Result<DestinationKeys> read_destination_keys(const files::path& folder) {
  DestinationKeys keys;
  const files::path encryption = folder / "authority_encryption.public.json";
  const files::path signing = folder / "authority_signing.public.json";
  TRY_ASSIGN(keys.encryption_jwk, text_of(encryption));
  TRY_ASSIGN(keys.signing_jwk, text_of(signing));
  TRY_ASSIGN(keys.encryption_key_id, key_id_of(keys.encryption_jwk, encryption));
  TRY_ASSIGN(keys.signing_key_id, key_id_of(keys.signing_jwk, signing));
  return keys;
}

}  // namespace stadttor::city_server
