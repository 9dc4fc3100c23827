#include "programs/headless/page_template.h"

#include <nlohmann/json.hpp>

namespace stadttor::headless {

std::string filled_template(const std::string& page, const std::map<std::string, std::string>& values) {
  std::string filled;
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = page.find("{{", at);
    const std::size_t end = begin == std::string::npos ? begin : page.find("}}", begin);
    if (end == std::string::npos) break;
    filled.append(page, at, begin - at);
    if (const auto found = values.find(page.substr(begin + 2, end - begin - 2)); found != values.end()) filled.append(found->second);
    at = end + 2;
  }
  filled.append(page, at, std::string::npos);
  return filled;
}

std::string json_escaped(const std::string& text) {
  const std::string quoted = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return quoted.substr(1, quoted.size() - 2);
}

}  // namespace stadttor::headless
