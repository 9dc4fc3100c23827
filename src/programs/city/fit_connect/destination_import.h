// Brings the destinations of the city's packs into the database: one for each office that takes applications, with the services of
// its forms. Runs at start; a destination no pack names any more becomes inactive, because cases of it may still be open.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "programs/city/fit_connect/destination_records.h"
#include "programs/city/keys/key_folder.h"

namespace stadttor::city_server {

// What the built site says. Forms without a destination can only be printed, and are left out; what cannot be read is too, with
// a word in the log.
std::vector<DestinationRecord> destinations_from_site(const std::filesystem::path& site);

// The scope of the one client that fetches for all of them.
std::string subscribing_scope(const std::vector<DestinationRecord>& destinations);
// The scope of a client that sends to them: their regions, each once.
std::string sending_scope(const std::vector<DestinationRecord>& destinations);

Outcome import_destinations(Connection& connection, std::vector<DestinationRecord> destinations, const DestinationKeys& keys);

}  // namespace stadttor::city_server
