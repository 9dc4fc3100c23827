// Who may call the Submission API: OAuth clients, their tokens (RFC 6749, 6750) and what a token allows. Secrets and tokens are
// stored as hashes; both are 256 random bits, which a plain hash protects as well as a slow one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programs/city/database/connection.h"
#include "programs/city/keys/key_folder.h"

namespace stadttor::city_server {

// What a token was given for.
class Grant {
 public:
  Grant(std::string client_id, std::string_view scope);

  const std::string& client_id() const { return client_id_; }
  // "send:region:DE09" holds for every region below it, with "+send:service:<urn>" for this one service.
  bool may_send(std::string_view region, std::string_view service) const;
  bool may_subscribe(std::string_view destination_id) const;
  std::vector<std::string> subscribed_destinations() const;

 private:
  std::string client_id_;
  std::vector<std::string> scopes_;
};

inline constexpr std::int64_t kTokenSeconds = 1800;

// Adds the client or renews its secret and scope.
Outcome register_client(Connection& connection, const ClientCredentials& client, const std::string& scope);

struct IssuedToken {
  std::string token;
  std::string scope;
};
// Nothing where the secret is not the client's.
Result<std::optional<IssuedToken>> issue_token(Connection& connection, const ClientCredentials& client, std::int64_t now);

// `authorization` is the header field. Nothing where it has no token, or one that is unknown or has run out.
Result<std::optional<Grant>> find_grant(Connection& connection, std::string_view authorization, std::int64_t now);

}  // namespace stadttor::city_server
