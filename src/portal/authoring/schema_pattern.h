// Regular expressions of JSON Schemas ("pattern"), matched by ICU: found anywhere in the text, as ECMA-262 reads them.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::portal::authoring {

bool is_valid_pattern(const std::string& pattern);

// A pattern that is not valid, or takes too long on this text, matches nothing.
bool matches_pattern(std::string_view text, const std::string& pattern);

}  // namespace stadttor::portal::authoring
