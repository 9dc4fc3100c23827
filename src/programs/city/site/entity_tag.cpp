#include "programs/city/site/entity_tag.h"

#include "programs/city/site/file_text.h"

namespace stadttor::city_server {

std::string entity_tag_from_content(std::string_view content, std::string_view coding_name) {
  std::string tag("\"");
  tag.append(fingerprint_from_text(content));
  if (!coding_name.empty()) tag.append("-").append(coding_name);
  tag.push_back('"');
  return tag;
}

bool matches_entity_tag(std::string_view if_none_match, std::string_view tag) {
  if (if_none_match == "*") return !tag.empty();
  // A tag of ours holds neither comma nor blank, and its quotes are part of it: finding it is an exact match.
  return !tag.empty() && if_none_match.find(tag) != std::string_view::npos;
}

}  // namespace stadttor::city_server
