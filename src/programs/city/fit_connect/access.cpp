#include "programs/city/fit_connect/access.h"

#include <algorithm>

#include "platform/native/openssl_primitives.h"
#include "platform/native/secure_random_native.h"
#include "programs/city/database/statement.h"
#include "protocols/jose/base64url.h"

namespace stadttor::city_server {
namespace {

constexpr std::size_t kTokenSize = 32;
constexpr std::string_view kBearer = "Bearer ";
constexpr std::string_view kRegion = "send:region:";
constexpr std::string_view kService = "send:service:";
constexpr std::string_view kSubscribe = "subscribe:destination:";

bool begins_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

Result<std::string> hash_text(std::string_view secret) {
  TRY_ASSIGN(const std::string hash, platform::hash_of(platform::HashKind::Sha256, secret));
  return protocols::jose::base64url_from_bytes(hash);
}

bool covers(std::string_view scope, std::string_view region, std::string_view service) {
  const std::size_t plus = scope.find('+');
  const std::string_view place = scope.substr(0, plus);
  if (!begins_with(place, kRegion) || !begins_with(region, place.substr(kRegion.size()))) return false;
  if (plus == std::string_view::npos) return true;
  const std::string_view kind = scope.substr(plus + 1);
  return begins_with(kind, kService) && kind.substr(kService.size()) == service;
}

}  // namespace

Grant::Grant(std::string client_id, std::string_view scope) : client_id_(std::move(client_id)) {
  while (!scope.empty()) {
    const std::size_t end = std::min(scope.find(' '), scope.size());
    if (end > 0) scopes_.emplace_back(scope.substr(0, end));
    scope.remove_prefix(std::min(end + 1, scope.size()));
  }
}

bool Grant::may_send(std::string_view region, std::string_view service) const {
  return std::any_of(scopes_.begin(), scopes_.end(), [&](const std::string& scope) { return covers(scope, region, service); });
}

bool Grant::may_subscribe(std::string_view destination_id) const {
  return std::any_of(scopes_.begin(), scopes_.end(), [&](std::string_view scope) {
    return begins_with(scope, kSubscribe) && scope.substr(kSubscribe.size()) == destination_id;
  });
}

std::vector<std::string> Grant::subscribed_destinations() const {
  std::vector<std::string> ids;
  for (const std::string_view scope : scopes_) {
    if (begins_with(scope, kSubscribe)) ids.emplace_back(scope.substr(kSubscribe.size()));
  }
  return ids;
}

Outcome register_client(Connection& connection, const ClientCredentials& client, const std::string& scope) {
  TRY_ASSIGN(const std::string hash, hash_text(client.client_secret));
  TRY_ASSIGN(Statement statement, Statement::prepare(connection.handle(), R"(
    INSERT INTO api_client (client_id, secret_hash, scope) VALUES (?1, ?2, ?3)
    ON CONFLICT (client_id) DO UPDATE SET secret_hash = ?2, scope = ?3)"));
  return statement.bind(1, client.client_id).bind(2, hash).bind(3, scope).run();
}

Result<std::optional<IssuedToken>> issue_token(Connection& connection, const ClientCredentials& client, std::int64_t now) {
  TRY_ASSIGN(const std::string secret_hash, hash_text(client.client_secret));
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(),
                                                 "SELECT scope FROM api_client WHERE client_id = ?1 AND secret_hash = ?2"));
  TRY_ASSIGN(const Row row, query.bind(1, client.client_id).bind(2, secret_hash).step());
  if (row == Row::NoMore) return std::optional<IssuedToken>();

  platform::NativeSecureRandom random;
  TRY_ASSIGN(const std::string bytes, random.bytes(kTokenSize));
  IssuedToken issued{protocols::jose::base64url_from_bytes(bytes), query.text(0)};
  TRY_ASSIGN(const std::string token_hash, hash_text(issued.token));
  TRY_ASSIGN(Statement cleaning, Statement::prepare(connection.handle(), "DELETE FROM access_token WHERE expires_at <= ?1"));
  TRY(cleaning.bind(1, now).run());
  TRY_ASSIGN(Statement insertion, Statement::prepare(connection.handle(), R"(
    INSERT INTO access_token (token_hash, client_id, scope, expires_at) VALUES (?1, ?2, ?3, ?4))"));
  TRY(insertion.bind(1, token_hash).bind(2, client.client_id).bind(3, issued.scope).bind(4, now + kTokenSeconds).run());
  return std::optional<IssuedToken>(std::move(issued));
}

Result<std::optional<Grant>> find_grant(Connection& connection, std::string_view authorization, std::int64_t now) {
  if (!begins_with(authorization, kBearer)) return std::optional<Grant>();
  TRY_ASSIGN(const std::string hash, hash_text(authorization.substr(kBearer.size())));
  TRY_ASSIGN(Statement query, Statement::prepare(connection.handle(), R"(
    SELECT client_id, scope FROM access_token WHERE token_hash = ?1 AND expires_at > ?2)"));
  TRY_ASSIGN(const Row row, query.bind(1, hash).bind(2, now).step());
  if (row == Row::NoMore) return std::optional<Grant>();
  return std::optional<Grant>(Grant(query.text(0), query.text(1)));
}

}  // namespace stadttor::city_server
