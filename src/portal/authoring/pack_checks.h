// The single checks of check_pack, each in a file of its own. Values of a wrong type are the schema check's matter: the
// others pass over them.
#pragma once

#include <filesystem>
#include <vector>

#include "portal/authoring/pack_check.h"
#include "portal/authoring/pack_source.h"

namespace stadttor::portal::authoring {

using Problems = std::vector<Problem>;

// Every file against its schema.
void check_schemas(const PackSource& source, const std::filesystem::path& schemas, Problems& problems);

// Each file's name is its id; no id stands twice in a list.
void check_ids(const PackSource& source, Problems& problems);

// Situations, offices, related services, popular services, pages: nothing refers to what is not there.
void check_references(const PackSource& source, Problems& problems);

// Modules know where they read from, and the browser may ask there.
void check_modules(const PackSource& source, Problems& problems);

// Texts: HTML, pictures and unsafe links in Markdown; links into the portal that lead nowhere.
void check_formatted_texts(const PackSource& source, Problems& problems);

// Texts in languages the city does not offer; names that a language lacks.
void check_translations(const PackSource& source, Problems& problems);

// Opening hours, exceptions and events: beginnings before ends, no overlap.
void check_hours(const PackSource& source, Problems& problems);
void check_whats_on(const PackSource& source, Problems& problems);

// Series have a value for each year, and stacked ones no negative values.
void check_figures(const PackSource& source, Problems& problems);

// Forms can be read in German: rules name answers there are and no circle, schemas can be used.
void check_forms(const PackSource& source, Problems& problems);

// Shapes of the market's plan have enough corners and lie within it; stalls that come where it shows have one.
void check_market(const PackSource& source, Problems& problems);

// What can be booked is in the catalogue, fits into a visit, and there is a counter for it.
void check_appointments(const PackSource& source, Problems& problems);

// What can be reported: offices there are, codes once only, lists with values; samples that could have been sent.
void check_reports(const PackSource& source, Problems& problems);

// The crest and other pictures exist.
void check_pictures(const PackSource& source, Problems& problems);

// The town's map: shapes that cannot be drawn, offices beyond its edge, streets it does not have.
void check_map(const PackSource& source, Problems& problems);

// The interface's words: no key missing in a language, none too many, placeholders kept.
void check_interface_texts(const PackSource& source, const std::filesystem::path& languages,
                           const std::filesystem::path& schemas, Problems& problems);

// Tokens have values, and each pair of colours is readable, in light and dark.
void check_theme(const PackSource& source, const std::filesystem::path& contrast_pairs, Problems& problems);

}  // namespace stadttor::portal::authoring
