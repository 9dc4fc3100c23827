// Which versions of the city's data packs this server has served, and how many problems each had.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "foundation/result.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server {

struct PackVersion {
  std::string pack_id;
  std::string version;
  std::string imported_at;  // UTC, "2026-11-22T12:50:00Z"
  std::int64_t problem_count = 0;
};

enum class Recorded : unsigned char { New, AlreadyKnown };

// One transaction per call: what it answers is on the disk. The version recorded last keeps its date and takes the new
// count; an older one that is served again counts as new.
Result<Recorded> record_pack_version(Connection& connection, const PackVersion& pack);

// All versions, by pack, the newest of each first.
Result<std::vector<PackVersion>> read_pack_versions(Connection& connection);

}  // namespace stadttor::city_server
