// Host pages with {{PLACEHOLDERS}}.
#pragma once

#include <map>
#include <string>

namespace stadttor::headless {

// Replaces every {{NAME}}; values are put in as they are and not looked into again. Unknown names become nothing.
std::string filled_template(const std::string& page, const std::map<std::string, std::string>& values);

// For values inside JSON strings.
std::string json_escaped(const std::string& text);

}  // namespace stadttor::headless
