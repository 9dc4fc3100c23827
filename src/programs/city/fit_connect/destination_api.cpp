// GET .../v1/destinations, one of them, its keys; .../v1/info and the delivery service's own keys.
#include "foundation/json_writer.h"
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

// The caller's own; contactInformation, which the OpenAPI wants of private destinations, is what the pack says of the office.
Result<Answer> own_destinations_answer(DeliveryService& service, const Grant& grant, const IncomingRequest& request) {
  if (grant.subscribed_destinations().empty()) return not_granted_answer();
  TRY_ASSIGN(const std::vector<DestinationRecord> all, read_destinations(service.connection));
  const ListRange range = list_range_of(request);
  std::string list;
  std::int64_t total = 0;
  std::int64_t count = 0;
  for (const DestinationRecord& destination : all) {
    if (!grant.may_subscribe(destination.destination_id) || total++ < range.offset || count == range.limit) continue;
    list.append(list.empty() ? "" : ",").append(json_from_destination(destination));
    ++count;
  }
  JsonWriter json;
  json.begin_object().name("count").number(count).name("offset").number(range.offset).name("totalCount").number(total);
  return json_answer(200, json.take() + ",\"destinations\":[" + list + "]}");
}

Result<Answer> key_answer(DeliveryService& service, const IncomingRequest& request) {
  TRY_ASSIGN(const std::optional<std::string> key, find_destination_key(service.connection, value_of(request.path_values, "destinationId"),
                                                                       value_of(request.path_values, "keyId")));
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
  routes.add({"GET", "/submission-api/v1/destinations", "application/json", served_with_grant(service, own_destinations_answer)});
  routes.add({"GET", one, "application/json", served_with_grant(service, destination_answer)});
  routes.add({"GET", one + "/keys/{keyId}", "application/json", served(service, key_answer)});
  routes.add({"GET", "/submission-api/v1/info", "application/json", served(service, version_answer)});
  routes.add({"GET", "/submission-api/.well-known/jwks.json", "application/json", served(service, service_keys_answer)});
}

}  // namespace stadttor::city_server
