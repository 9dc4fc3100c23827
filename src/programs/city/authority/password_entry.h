// Asks whoever sits at the terminal for a new password; scripts hand it over on the standard input. It is never an argument, because those are
// seen by everybody on the machine.
#pragma once

#include <string>

#include "foundation/personal.h"
#include "foundation/result.h"

namespace stadttor::city_server::authority {

Result<Secret> ask_for_new_password(const std::string& name);

}  // namespace stadttor::city_server::authority
