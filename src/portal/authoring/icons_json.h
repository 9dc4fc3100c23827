// A city's own icons, of its life situations, as a file of the pack: for presentations that read no style sheet.
#pragma once

#include "portal/authoring/json_value.h"
#include "portal/authoring/pack_source.h"

namespace stadttor::portal::authoring {

// {"icons": {"umzug": "<svg ..."}}
Json icons_json_from(const PackSource& source);

}  // namespace stadttor::portal::authoring
