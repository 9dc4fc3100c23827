// The list of all municipal APIs this server offers. A new API adds one line here.
#pragma once

#include "programs/city/api/api_routes.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server {

// The connection outlives the routes.
ApiRoutes municipal_apis(Connection& connection);

void add_health_routes(ApiRoutes& routes, Connection& connection);
void add_pack_routes(ApiRoutes& routes, Connection& connection);

}  // namespace stadttor::city_server
