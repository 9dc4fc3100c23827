// An XML document as a tree of elements, read by Expat with namespaces. A document type declaration is refused: nothing that is
// imported needs entities, and they can be made to grow without end.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "foundation/result.h"

namespace stadttor::portal::authoring {

struct XmlElement {
  std::string name;                               // without prefix
  std::string space;                              // namespace URI
  std::map<std::string, std::string> attributes;  // those without a namespace
  std::string text;                               // its own, spaces at both ends left out
  int line = 0;
  std::vector<XmlElement> children;

  // The first of this name, or null.
  const XmlElement* find(std::string_view child) const;
};

// Errors name the line.
Result<XmlElement> parse_xml(std::string_view text, const std::string& where);

}  // namespace stadttor::portal::authoring
