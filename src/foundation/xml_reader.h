// Reads the plain XML that municipal interfaces answer with: elements, text, the five entities and numbers of characters. No document
// types and no entities of their own, so nothing can grow or be fetched; attributes are read over. Bounded in size and depth.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor {

struct XmlElement {
  std::string name;  // with its prefix, as it is written
  std::string text;  // all characters directly inside, without white space around them
  std::vector<XmlElement> children;

  // The first child of that name, or null.
  const XmlElement* find(std::string_view child) const;
};

// UTF-8, at most 8 MiB, 32 elements deep. `where` names the source; errors say the line.
Result<XmlElement> parse_xml(std::string_view text, const std::string& where);

}  // namespace stadttor
