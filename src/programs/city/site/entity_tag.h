// Entity tags (RFC 9110 section 8.8.3), made from the content, so that a rebuild which changes nothing costs a visitor
// nothing.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::city_server {

// Differs between the codings of one file, as the RFC demands of a strong tag.
std::string entity_tag_from_content(std::string_view content, std::string_view coding_name);

// Whether an If-None-Match field names the tag; weak comparison, a list, and "*" for any.
bool matches_entity_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace stadttor::city_server
