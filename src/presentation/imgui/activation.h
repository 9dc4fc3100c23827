// What operating a node means as actions on the tree: the counterpart of web/document/event_source.js.
#pragma once

#include "semantics/action.h"
#include "semantics/tree.h"

namespace stadttor::presentation::imgui {

// A press with the pointer, Enter or Space. Nothing for what is only focused by it: fields, selects, disclosures.
semantics::ActionQueue actions_of_press(const semantics::Tree& tree, semantics::NodeIndex index);

// The Enter key in a field of one line: chooses the active option of a combo box, sends the form otherwise.
semantics::ActionQueue actions_of_enter(const semantics::Tree& tree, semantics::NodeIndex field);

// The next (or, with -1, the previous) radio button or tab of the same group, or option of a select.
semantics::ActionQueue actions_of_arrow(const semantics::Tree& tree, semantics::NodeIndex index, int direction);
// The radio button an arrow goes to; kNoNode for other roles.
semantics::NodeIndex neighbour_of(const semantics::Tree& tree, semantics::NodeIndex radio, int direction);

bool is_text_entry(semantics::Role role);

}  // namespace stadttor::presentation::imgui
