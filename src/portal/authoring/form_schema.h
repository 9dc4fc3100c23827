// The JSON Schema of what a form sends, made from its questions: for forms whose authority gives none, and for imported ones. The
// rules are those by which FIM's groups and fields become objects and members.
#pragma once

#include "forms/definition.h"
#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

Json form_schema_from(const forms::Definition& form);

}  // namespace stadttor::portal::authoring
