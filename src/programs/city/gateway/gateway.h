// The municipal gateway: what a citizen's browser talks to when it sends an application. Adds the token that a browser must not
// have, passes what is encrypted without looking at it, and lets nobody do more than a sender does. Knows no cookies and keeps
// nothing; bodies are never logged.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "programs/city/gateway/access_token.h"
#include "programs/city/gateway/rate_limit.h"

namespace stadttor::city_server {

struct GatewaySettings {
  std::vector<std::string> portal_origins;  // besides the gateway's own
  Allowance each_client{300, 5};
  Allowance all_clients{3000, 50};
};

class Gateway {
 public:
  Gateway(std::unique_ptr<Upstream> upstream, GatewayKeys keys, GatewaySettings settings, UnixClock now);

  // Routes below "/fit-connect", which keep the gateway alive.
  static void add_routes(ApiRoutes& routes, std::shared_ptr<Gateway> gateway);

 private:
  enum class Needs : unsigned char { Token, Nothing };

  // Around every call: origin, rate, CORS.
  template <class Call>
  Answer guarded(const IncomingRequest& request, Call call);
  Answer passed_on(const IncomingRequest& request, Needs needs);
  Answer statement_for(const IncomingRequest& request);
  Answer allowed_methods(const IncomingRequest& request) const;
  Answer with_token(IncomingRequest request);
  bool is_allowed_origin(const IncomingRequest& request) const;

  std::unique_ptr<Upstream> upstream_;
  GatewayKeys keys_;
  GatewaySettings settings_;
  UnixClock now_;
  AccessToken token_;
  RateLimit limit_;
};

}  // namespace stadttor::city_server
