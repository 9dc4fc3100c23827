#include "programs/city/api/municipal_apis.h"

namespace stadttor::city_server {

ApiRoutes municipal_apis(Connection& connection) {
  ApiRoutes routes;
  add_health_routes(routes, connection);
  add_pack_routes(routes, connection);
  return routes;
}

}  // namespace stadttor::city_server
