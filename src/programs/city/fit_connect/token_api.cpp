// POST /token: OAuth 2.0 client credentials (RFC 6749, 4.4), the secret in the body as FIT-Connect's own endpoint wants it.
#include "foundation/json_writer.h"
#include "programs/city/fit_connect/delivery_service.h"

namespace stadttor::city_server {
namespace {

Answer oauth_answer(int status, std::string body) {
  Answer answer;
  answer.status = status;
  answer.content_type = "application/json";
  answer.body = std::move(body);
  return answer;
}

Answer oauth_refusal(int status, std::string_view error) {
  JsonWriter json;
  json.begin_object().member("error", error).end_object();
  return oauth_answer(status, json.take());
}

// "%41" and "+" of application/x-www-form-urlencoded.
std::string form_decoded(std::string_view text) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
    if (is_escape) {
      decoded.push_back(static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2])));
      i += 2;
    } else {
      decoded.push_back(text[i] == '+' ? ' ' : text[i]);
    }
  }
  return decoded;
}

NamedValues form_values(std::string_view body) {
  NamedValues values;
  while (!body.empty()) {
    const std::string_view pair = body.substr(0, body.find('&'));
    body.remove_prefix(std::min(pair.size() + 1, body.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    values.emplace_back(form_decoded(pair.substr(0, equals)), form_decoded(pair.substr(std::min(equals + 1, pair.size()))));
  }
  return values;
}

// A token always carries the client's whole scope; a narrower one may be asked for where it is part of it.
bool is_within(std::string_view wanted, const std::string& scope) {
  const std::string all = " " + scope + " ";
  while (!wanted.empty()) {
    const std::string_view one = wanted.substr(0, wanted.find(' '));
    wanted.remove_prefix(std::min(one.size() + 1, wanted.size()));
    if (!one.empty() && all.find(" " + std::string(one) + " ") == std::string::npos) return false;
  }
  return true;
}

Result<Answer> token_answer(DeliveryService& service, const IncomingRequest& request) {
  const NamedValues values = form_values(request.body);
  if (value_of(values, "grant_type").empty()) return oauth_refusal(400, "invalid_request");
  if (value_of(values, "grant_type") != "client_credentials") return oauth_refusal(400, "unsupported_grant_type");
  const ClientCredentials client{std::string(value_of(values, "client_id")), std::string(value_of(values, "client_secret"))};
  TRY_ASSIGN(const std::optional<IssuedToken> issued, issue_token(service.connection, client, service.now()));
  if (!issued) return oauth_refusal(401, "invalid_client");
  if (!is_within(value_of(values, "scope"), issued->scope)) return oauth_refusal(400, "invalid_scope");
  JsonWriter json;
  json.begin_object().member("access_token", issued->token).member("token_type", "Bearer");
  json.name("expires_in").number(kTokenSeconds).member("scope", issued->scope).end_object();
  return oauth_answer(200, json.take());
}

}  // namespace

void add_token_route(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  routes.add({"POST", "/token", "application/x-www-form-urlencoded", served(service, token_answer)});
}

}  // namespace stadttor::city_server
