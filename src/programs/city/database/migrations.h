// The database's schema as a list of numbered steps. A step that has been released is never changed; a new need is a
// new step at the end of kMigrations.
#pragma once

#include <string>

#include "foundation/result.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server {

// Brings the database to the newest schema, all missing steps in one transaction. Refuses a database with a step this
// program does not know, because a newer program has written it. `where` names the file in errors.
Outcome migrate(Connection& connection, const std::string& where);

int newest_schema_version();

Result<int> read_schema_version(Connection& connection);

}  // namespace stadttor::city_server
