#include "programs/city/fit_connect/fit_connect_set_up.h"

#include "programs/city/fit_connect/access.h"
#include "programs/city/fit_connect/delivery_service.h"
#include "programs/city/fit_connect/destination_import.h"

namespace stadttor::city_server {

Outcome add_fit_connect(ApiRoutes& routes, Connection& connection, const FitConnectPlaces& places, const GatewaySettings& gateway,
                        const RemoteService& remote, const UnixClock& now) {
  TRY_ASSIGN(DeliveryServiceKeys keys, read_delivery_service_keys(places.keys));
  TRY_ASSIGN(GatewayKeys gateway_keys, read_gateway_keys(places.keys));
  const auto service = std::make_shared<DeliveryService>(DeliveryService{connection, std::move(keys), now});
  add_delivery_service(routes, service);
  // The gateway has routes of its own to the delivery service: it is a stranger there, as it would be anywhere else.
  ApiRoutes behind_the_gateway;
  add_delivery_service(behind_the_gateway, service);
  std::unique_ptr<Upstream> upstream =
      remote.api.empty() ? upstream_of(std::move(behind_the_gateway)) : upstream_over_http(remote.api, remote.token_endpoint);
  Gateway::add_routes(routes, std::make_shared<Gateway>(std::move(upstream), std::move(gateway_keys), gateway, now));
  return Done{};
}

Outcome import_fit_connect(Connection& connection, const FitConnectPlaces& places) {
  TRY_ASSIGN(const DestinationKeys keys, read_destination_keys(places.keys));
  TRY_ASSIGN(const AuthorityKeys authority, read_authority_keys(places.keys));
  TRY_ASSIGN(const GatewayKeys gateway, read_gateway_keys(places.keys));
  const std::vector<DestinationRecord> destinations = destinations_from_site(places.site);
  const auto lock = connection.locked();
  TRY(import_destinations(connection, destinations, keys));
  TRY(register_client(connection, gateway.client, sending_scope(destinations)));
  return register_client(connection, authority.client, subscribing_scope(destinations));
}

}  // namespace stadttor::city_server
