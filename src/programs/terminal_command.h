// stadttor terminal: the portal on a town-hall terminal.
#pragma once

#include "programs/headless/command_line.h"

namespace stadttor::headless {

int run_terminal_command(const CommandLine& line);

}  // namespace stadttor::headless
