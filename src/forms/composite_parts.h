// The fixed parts of addresses and persons: what FIM's basic fields call them (Baukasten Basis, XDatenfelder 2), which autocomplete
// token they have, and the interface's words for their labels.
#pragma once

#include <vector>

#include "forms/definition.h"

namespace stadttor::forms {

// In the order in which they are asked; without step, parent and paths.
std::vector<Question> composite_parts_of(QuestionKind kind);

}  // namespace stadttor::forms
