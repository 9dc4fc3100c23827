// Puts FIT-Connect together at the server's start: keys read, clients known, destinations imported, routes added. Without keys the
// server runs all the same, and applications can only be printed.
#pragma once

#include <filesystem>

#include "programs/city/api/api_routes.h"
#include "programs/city/database/connection.h"
#include "programs/city/gateway/gateway.h"
#include "programs/city/unix_clock.h"

namespace stadttor::city_server {

struct FitConnectPlaces {
  std::filesystem::path site;
  std::filesystem::path keys;
};

// A delivery service elsewhere, which the gateway talks to instead of this program's own. Empty: this one.
struct RemoteService {
  std::string api;             // "https://submission-api-testing.fit-connect.fitko.dev"
  std::string token_endpoint;  // "https://auth-testing.fit-connect.fitko.dev/token"
};

// The connection outlives the routes.
Outcome add_fit_connect(ApiRoutes& routes, Connection& connection, const FitConnectPlaces& places, const GatewaySettings& gateway,
                        const RemoteService& remote, const UnixClock& now);

// Brings destinations and clients into the database.
Outcome import_fit_connect(Connection& connection, const FitConnectPlaces& places);

}  // namespace stadttor::city_server
