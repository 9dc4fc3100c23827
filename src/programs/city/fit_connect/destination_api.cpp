// A destination and its keys; .../v1/info and the delivery service's own keys.
#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/submission_json.h"
#include "programs/city/fit_connect/submission_problem.h"

namespace stadttor::city_server {
namespace {

bool may_see(const Grant& grant, const DestinationRecord& destination) {
  if (grant.may_subscribe(destination.destination_id)) return true;
  for (const OfferedService& service : destination.services) {
    if (grant.may_send(service.region, service.identifier)) return true;
  }
  return false;
}

Result<Answer> destination_answer(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  TRY_ASSIGN(const std::optional<DestinationRecord> found, find_destination(service.connection, value_of(request.path_values, "destinationId")));
  if (!found) return unknown_destination_answer();
  if (!may_see(grant, *found)) return not_granted_answer();
  return json_answer(200, json_from_destination(*found));
}

Result<Answer> key_answer(DeliveryService& service, const IncomingRequest& request) {
  const std::string_view destination = value_of(request.path_values, "destinationId");
  TRY_ASSIGN(const std::optional<std::string> key, find_destination_key(service.connection, destination, value_of(request.path_values, "keyId")));
  if (!key) return submission_problem(404, "key-not-found", "Schlüssel nicht gefunden", "Der Zustellpunkt hat keinen Schlüssel mit dieser Kennung.");
  return json_answer(200, *key);
}

Result<Answer> service_keys_answer(DeliveryService& service, const IncomingRequest&) {
  return json_answer(200, "{\"keys\":[" + service.keys.public_jwk + "]}");
}

Result<Answer> version_answer(DeliveryService&, const IncomingRequest&) {
  return json_answer(200, R"({"version":{"major":1,"minor":1,"patch":3}})");
}

}  // namespace

void add_destination_routes(ApiRoutes& routes, const std::shared_ptr<DeliveryService>& service) {
  const std::string one = "/submission-api/v1/destinations/{destinationId}";
  routes.add({"GET", one, "application/json", served_with_grant(service, destination_answer)});
  routes.add({"GET", one + "/keys/{keyId}", "application/json", served(service, key_answer)});
  routes.add({"GET", "/submission-api/v1/info", "application/json", served(service, version_answer)});
  routes.add({"GET", "/submission-api/.well-known/jwks.json", "application/json", served(service, service_keys_answer)});
}

}  // namespace stadttor::city_server
