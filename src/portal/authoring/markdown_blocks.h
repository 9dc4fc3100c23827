// Markdown of the city's editors -> the blocks that city/text_blocks.h reads. HTML, pictures and links to anywhere
// unsafe become plain text; each is named, so that the checks can tell the municipality.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

enum class MarkdownFlaw : unsigned char { Html, Picture, RefusedLink, TooDeep, TooLong };

struct MarkdownFinding {
  MarkdownFlaw flaw = MarkdownFlaw::Html;
  std::string excerpt;  // the HTML or the address
};

struct MarkdownText {
  Json blocks = Json::array();
  std::vector<MarkdownFinding> findings;
  std::vector<std::string> links;  // addresses of the links that are kept
};

// Headings start at level 1 and skip none. Bare e-mail and https addresses become links.
MarkdownText markdown_text_from(std::string_view markdown);

}  // namespace stadttor::portal::authoring
