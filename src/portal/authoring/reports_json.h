// What can be reported, as the city's server reads it (daten/<version>/meldungen.json): the author's list with the offices' names, and whose
// it is; and what of it the citizen's device has.
#pragma once

#include "portal/authoring/pack_content.h"

namespace stadttor::portal::authoring {

Json reports_json_from(const PackSource& source, const Pack& pack);
// What lies on the citizen's device (meldungen-woerter.json): words for the kinds, and the city's limits, which the author's words may name where
// the server is another's. Null where there is neither.
Json report_words_json_from(const PackSource& source);

}  // namespace stadttor::portal::authoring
