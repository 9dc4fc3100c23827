// The warning before a terminal begins anew, as a page of its own that lies above the visit's.
#pragma once

#include <string>

#include "city/texts.h"
#include "semantics/action.h"
#include "semantics/tree.h"

namespace stadttor::terminal {

enum class WarningAnswer : unsigned char { None, GoOn, End };

// Builds the page into `tree` and says what the citizen answered to it.
WarningAnswer show_idle_warning(const city::Texts& texts, const std::string& language, const std::string& direction, int seconds_left,
                                const semantics::ActionQueue& actions, semantics::Tree& tree);

}  // namespace stadttor::terminal
