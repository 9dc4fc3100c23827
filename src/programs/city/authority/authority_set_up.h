// Puts the inbox together at the server's start: its database, its keys, the site's forms, and the way to the delivery service.
#pragma once

#include <filesystem>
#include <memory>

#include "programs/city/api/api_routes.h"
#include "programs/city/open311/report_office.h"
#include "programs/city/server.h"

namespace stadttor::city_server::authority {

struct AuthorityPlaces {
  std::filesystem::path site;
  std::filesystem::path keys;
  std::filesystem::path database;  // the inbox's own
};

// Only a demo city has a clerk whose password everybody knows: Kept makes it where there is no clerk yet, Removed takes it away where an
// earlier demo has left it. The log says what is so.
enum class DemoClerk : unsigned char { Kept, Removed };

// `apis` are the delivery service's among others. `reports` may be null.
Result<ServerPart> open_authority(const AuthorityPlaces& places, const ApiRoutes& apis, DemoClerk demo, std::shared_ptr<open311::ReportOffice> reports);

// Where the inbox's database lies: beside the city's.
std::filesystem::path inbox_database(const std::filesystem::path& city_database);

}  // namespace stadttor::city_server::authority
