// What a terminal says of a link that leads out of the portal: the number or address, because it neither calls nor writes
// and stays where it is. A page of its own that lies above the visit's.
#pragma once

#include <string>
#include <string_view>

#include "city/texts.h"
#include "semantics/action.h"
#include "semantics/tree.h"

namespace stadttor::terminal {

enum class LinkTarget : unsigned char { Portal, Phone, Mail, OtherSite };

LinkTarget target_of_link(std::string_view href);
// As a citizen writes it down: without the scheme, what was encoded decoded.
std::string written_target(std::string_view href);

enum class NoteAnswer : unsigned char { None, Close };

// Builds the page into `tree` and says what the citizen answered to it. Not for links within the portal.
NoteAnswer show_link_note(const city::Texts& texts, const std::string& language, const std::string& direction, std::string_view href,
                          const semantics::ActionQueue& actions, semantics::Tree& tree);

}  // namespace stadttor::terminal
