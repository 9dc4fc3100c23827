// Checks values against the JSON Schemas of assets/schemas (a part of draft 2020-12: the keywords listed in the
// source). A schema that asks for more is refused, so that no rule is silently ignored. Checking citizens' answers
// against any schema belongs to forms/.
//
// A schema may carry the annotation "remedy": German text for the municipality, said when the rule beside it is broken.
#pragma once

#include <string>
#include <vector>

#include "portal/authoring/json_value.h"
#include "portal/authoring/problem_list.h"

namespace stadttor::portal::authoring {

// What this check does not support in the schema, with pointers into it. Such a schema must not be used.
void report_unsupported_rules(const Json& schema, ProblemLog log);

// Reports each rule that `value` breaks, at its place below `pointer`. Precondition: nothing in the schema is
// unsupported.
void report_broken_rules(const Json& schema, const Json& value, const std::string& pointer, ProblemLog log);

}  // namespace stadttor::portal::authoring
