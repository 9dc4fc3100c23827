// The clerks who may log in. Of a password only an Argon2id proof is kept (RFC 9106, OWASP's parameters).
#pragma once

#include <string>

#include "foundation/personal.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server::authority {

enum class LoginCheck : unsigned char { Right, Wrong };

// Replaces the account of that name.
Outcome set_clerk(Connection& connection, const std::string& name, const Secret& password);

Result<bool> has_clerks(Connection& connection);

// Takes as long for a name that does not exist, so that names cannot be found out.
Result<LoginCheck> check_password(Connection& connection, const std::string& name, const Secret& password);

}  // namespace stadttor::city_server::authority
