// What can be reported, as the city's server reads it (daten/<version>/meldungen.json): the author's list with the offices' names, and whose
// it is.
#pragma once

#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

Json reports_json_from(const PackSource& source, const Pack& pack);

}  // namespace stadttor::portal::authoring
