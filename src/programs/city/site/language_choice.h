// Which of the portal's languages a visitor without a choice of their own sees first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stadttor::city_server {

// Lookup of RFC 4647 section 3.4: each wanted range, best first, is shortened from its end until a language of the
// portal matches. Without a match the portal's first language. `languages` must not be empty.
std::string chosen_language(std::string_view accept_language, const std::vector<std::string>& languages);

}  // namespace stadttor::city_server
