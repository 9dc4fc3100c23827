// Holds what a form sends against the authority's schema, before it is sealed and again where it arrives. Problems name places, never values.
#pragma once

#include <vector>

#include "forms/definition.h"
#include "forms/schema/schema.h"
#include "foundation/personal.h"

namespace stadttor::forms {

// None for a form without a schema. An error is one of the schema itself.
Result<std::vector<SchemaProblem>> submission_problems(const Definition& form, const Personal<JsonValue>& submission);

}  // namespace stadttor::forms
