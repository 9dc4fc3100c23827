// Which addresses a page may point to. The browser side checks the same list again (web/document/url_allow_list.js).
#pragma once

#include <string>
#include <string_view>

namespace stadttor {

// https:, mailto:, tel:, or a path on the portal's own origin ("/...", "#...", "?..."). Anything with control
// characters, spaces or backslashes is refused, as is a path that a browser would read as another host ("//...").
bool is_allowed_url(std::string_view url);

// "chosen:<id>": the picture in a file that the citizen chose in this visit. The browser side knows the file, and no address leads to it.
bool is_chosen_file(std::string_view url);

// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
std::string percent_encoded(std::string_view text);
// Undoes percent-encoding and "+" for spaces; broken sequences stay as they are.
std::string percent_decoded(std::string_view text);

}  // namespace stadttor
