// Where the gateway passes requests on to: a Submission API and its token endpoint. In the reference city both are in the same
// program; elsewhere they are somebody else's servers.
#pragma once

#include <memory>
#include <string>

#include "programs/city/api/api_routes.h"

namespace stadttor::city_server {

class Upstream {
 public:
  virtual ~Upstream() = default;
  // `request.path` is that of the API itself: "/v1/submissions". A failure to reach it is a 502.
  virtual Answer call(IncomingRequest request) = 0;
  // POST to the token endpoint, application/x-www-form-urlencoded.
  virtual Answer request_token(std::string body) = 0;
};

// The delivery service of this program, through the same routes a stranger would take.
std::unique_ptr<Upstream> upstream_of(ApiRoutes delivery_service);

// `api` like "https://submission-api-testing.fit-connect.fitko.dev", `token` the token endpoint's whole address.
std::unique_ptr<Upstream> upstream_over_http(std::string api, std::string token);

}  // namespace stadttor::city_server
