// Which plural forms a language has (Unicode CLDR, by ICU), and how keys of the interface's words name them:
// "search.count.one", "search.count.other".
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace stadttor::portal::authoring {

// "one", "other" for German; all six for Arabic. "other" is always there.
std::set<std::string> plural_forms_of(const std::string& language);

// "few" of "search.count.few"; empty where the key's last part is no plural form.
std::string_view plural_form_in(std::string_view key);

// "search.count" of "search.count.few". Precondition: the key names a plural form.
std::string stem_without_form(std::string_view key);

}  // namespace stadttor::portal::authoring
