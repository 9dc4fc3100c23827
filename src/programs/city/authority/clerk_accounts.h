// The clerks who may log in. Of a password only an Argon2id proof is kept (RFC 9106, OWASP's parameters).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/personal.h"
#include "programs/city/database/connection.h"

namespace stadttor::city_server::authority {

enum class LoginCheck : unsigned char { Right, Wrong };

// Replaces the account of that name.
Outcome set_clerk(Connection& connection, const std::string& name, const Secret& password);

Result<bool> has_clerks(Connection& connection);
// By name.
Result<std::vector<std::string>> read_clerks(Connection& connection);
// NotFound where there is no such account.
Outcome remove_clerk(Connection& connection, const std::string& name);
// Changes with every new password; nothing for an account that is gone. Sessions that began with another one are over.
Result<std::optional<std::string>> find_account_mark(Connection& connection, const std::string& name);

// Takes as long for a name that does not exist, so that names cannot be found out.
Result<LoginCheck> check_password(Connection& connection, const std::string& name, const Secret& password);

}  // namespace stadttor::city_server::authority
