// The folder with the reference city's keys: made once at set-up, read by whoever needs a part of it. Private files are for their
// owner alone (0600). The delivery service, the authority and the gateway each read only what is theirs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "platform/cryptography.h"
#include "programs/city/keys/private_key.h"

namespace stadttor::city_server {

// What the delivery service calls itself in events (iss), where the operator says nothing else.
inline constexpr const char* kDeliveryServiceIssuer = "https://zustelldienst.example";

// Makes all that is missing; a complete folder stays as it is. Takes some seconds for three keys of 4096 bits.
// An empty `issuer` is the one above.
Outcome make_keys(const std::filesystem::path& folder, const std::string& issuer);
bool has_keys(const std::filesystem::path& folder);

// The lists of what the test PKI has revoked are signed anew where they will soon be too old; in a folder of another PKI nothing happens.
Outcome renew_revocation_lists(const std::filesystem::path& folder);
// From now on the gateway vouches for this one of the folder's keys no more.
Outcome revoke_key(const std::filesystem::path& folder, const std::string& key_id);

// An OAuth client (RFC 6749, 4.4): what it calls itself and what it proves that with.
struct ClientCredentials {
  std::string client_id;
  std::string client_secret;
};

struct DeliveryServiceKeys {
  std::string issuer;
  SigningKey signing;
  std::string public_jwk;
};

struct AuthorityKeys {
  platform::RsaPrivateNumbers decryption;
  SigningKey signing;
  std::string encryption_key_id;
  std::string encryption_public_jwk;  // with its chain (x5c)
  std::string signing_public_jwk;
  ClientCredentials client;
};

struct GatewayKeys {
  SigningKey statement;
  std::string root_certificate;  // PEM
  std::filesystem::path revocation_lists;  // PEM; read when they are asked, for they change
  ClientCredentials client;
};

// Only what everybody may see: what destinations hand out.
struct DestinationKeys {
  std::string encryption_key_id;
  std::string encryption_jwk;
  std::string signing_key_id;
  std::string signing_jwk;
};

Result<DeliveryServiceKeys> read_delivery_service_keys(const std::filesystem::path& folder);
Result<AuthorityKeys> read_authority_keys(const std::filesystem::path& folder);
Result<GatewayKeys> read_gateway_keys(const std::filesystem::path& folder);
Result<DestinationKeys> read_destination_keys(const std::filesystem::path& folder);

}  // namespace stadttor::city_server
