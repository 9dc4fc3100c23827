// The delivery service (Zustelldienst) of the reference city: what its API's parts share, and the frame around each of its calls.
// Speaks FIT-Connect's Submission API 1.1.3 without what is marked "Internal" there: destinations come from the city's packs
// (destination_import.h). Callbacks are taken and not called: everybody here asks.
#pragma once

#include <functional>
#include <memory>

#include "programs/city/api/api_routes.h"
#include "programs/city/database/connection.h"
#include "programs/city/fit_connect/access.h"
#include "programs/city/keys/key_folder.h"
#include "programs/city/unix_clock.h"

namespace stadttor::city_server {

struct DeliveryService {
  Connection& connection;
  DeliveryServiceKeys keys;
  UnixClock now;
  std::int64_t deadlines_seen_at = 0;
};

// An error is the database's and becomes a 500, told in the log.
using ServiceCall = std::function<Result<Answer>(DeliveryService&, const IncomingRequest&)>;
using GrantedCall = std::function<Result<Answer>(DeliveryService&, const Grant&, const IncomingRequest&)>;

// Runs with the connection locked and after deadlines that have passed were carried out.
ApiFunction served(std::shared_ptr<DeliveryService> service, ServiceCall call);
// The same for calls that need a token; without a sound one they end with 401.
ApiFunction served_with_grant(std::shared_ptr<DeliveryService> service, GrantedCall call);

// All of its routes: the Submission API, the token endpoint, the routing call.
void add_delivery_service(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);

// Paths begin with "/submission-api".
void add_destination_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);
void add_sending_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);
void add_receiving_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);
void add_event_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);
void add_reply_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);
// "/token" and "/routing-api".
void add_token_route(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);
void add_routing_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service);

}  // namespace stadttor::city_server
