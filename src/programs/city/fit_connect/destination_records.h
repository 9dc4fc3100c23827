// Destinations (Zustellpunkte) in the database: which office, which services, which keys. Callers hold the connection's lock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "programs/city/database/connection.h"

namespace stadttor::city_server {

struct OfferedService {
  std::string identifier;  // "urn:de:fim:leika:leistung:99..."
  std::string form_id;     // of the city's pack
  std::string region;      // "DE990000000000"
  std::string schema_uri;
  std::string mime_type;
};

struct DestinationRecord {
  std::string destination_id;
  std::string office_id;
  std::string office_name;
  std::string status;  // created, active, inactive, decommissioned
  std::string encryption_key_id;
  std::vector<OfferedService> services;
};

// Replaces what was known of it; keys are added and never taken away, because old events were signed with them.
Outcome store_destination(Connection& connection, const DestinationRecord& destination);
Outcome store_destination_key(Connection& connection, std::string_view destination_id, std::string_view key_id, std::string_view jwk);
Outcome set_destination_status(Connection& connection, std::string_view destination_id, std::string_view status);

Result<std::optional<DestinationRecord>> find_destination(Connection& connection, std::string_view destination_id);
Result<std::vector<DestinationRecord>> read_destinations(Connection& connection);
// The JWK's text.
Result<std::optional<std::string>> find_destination_key(Connection& connection, std::string_view destination_id, std::string_view key_id);

}  // namespace stadttor::city_server
