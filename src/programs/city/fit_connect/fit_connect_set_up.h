// Puts FIT-Connect together at the server's start: keys read, clients known, destinations imported, routes added. Without keys the
// server runs all the same, and applications can only be printed.
#pragma once

#include <filesystem>

#include "programs/city/api/api_routes.h"
#include "programs/city/database/connection.h"
#include "programs/city/unix_clock.h"

namespace stadttor::city_server {

struct FitConnectPlaces {
  std::filesystem::path site;
  std::filesystem::path keys;
};

// The connection outlives the routes.
Outcome add_fit_connect(ApiRoutes& routes, Connection& connection, const FitConnectPlaces& places, const UnixClock& now);

// Brings destinations and clients into the database.
Outcome import_fit_connect(Connection& connection, const FitConnectPlaces& places);

}  // namespace stadttor::city_server
