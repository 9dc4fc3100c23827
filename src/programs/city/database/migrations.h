// A database's schema as a list of numbered steps. A step that has been released is never changed; a new need is a
// new step at the end of its list.
#pragma once

#include <cstddef>
#include <string>

#include "foundation/result.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server {

struct Migration {
  int version;
  const char* sql;
};

// In the order of their versions, never empty.
struct Schema {
  const Migration* steps;
  std::size_t count;

  int newest_version() const { return steps[count - 1].version; }
};

// Of the city's own database.
Schema city_schema();

// Brings the database to the newest schema, all missing steps in one transaction. Refuses a database with a step this
// program does not know, because a newer program has written it. `where` names the file in errors.
Outcome migrate(Connection& connection, const Schema& schema, const std::string& where);

int newest_schema_version();

Result<int> read_schema_version(Connection& connection);

}  // namespace stadttor::city_server
