// city clerk: who may log in to the authority's inbox. For the operator, at the machine; a server that runs notices at the next click.
#pragma once

#include <filesystem>

#include "foundation/result.h"
#include "programs/city/options.h"

namespace stadttor::city_server::authority {

// `database` is the inbox's. New passwords are asked for twice at a terminal, without showing them, and read as one line from anything else.
Outcome run_clerk_command(ClerkTask task, const std::string& name, const std::filesystem::path& database);

// Why a name or password cannot be used; empty where it can.
std::string problem_of_clerk_name(const std::string& name);
std::string problem_of_password(std::string_view password, const std::string& name);

}  // namespace stadttor::city_server::authority
