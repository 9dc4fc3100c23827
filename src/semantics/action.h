// What the citizen does to a node. Actions are queued by the presentation and consumed at the start of the next build,
// never inside a change of the shown document.
#pragma once

#include <string>
#include <vector>

#include "semantics/node.h"

namespace stadttor::semantics {

enum class ActionKind : unsigned char {
  Press,           // button, link handled by the engine, option of a list box
  SetValue,        // text of a field
  SetChecked,      // value "1" or "0"
  Choose,          // value of an option of a select or radio group
  Submit,          // form
  Open,            // disclosure, dialog
  Close,
  Focus,
  Blur,
  ActiveNext,      // arrow keys in a combo box or tab list
  ActivePrevious,
};

inline constexpr int kActionKindCount = static_cast<int>(ActionKind::ActivePrevious) + 1;

struct Action {
  ActionKind kind = ActionKind::Press;
  NodeKey key{};
  std::string value;
};

using ActionQueue = std::vector<Action>;

}  // namespace stadttor::semantics
