// Text in double quotes with JSON's escapes, for outlines in both forms.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::presentation::outline {

inline std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': result.append("\\\""); break;
      case '\\': result.append("\\\\"); break;
      case '\n': result.append("\\n"); break;
      case '\t': result.append("\\t"); break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          result.append("\\u00");
          result.push_back("0123456789abcdef"[c >> 4]);
          result.push_back("0123456789abcdef"[c & 15]);
        } else {
          result.push_back(c);
        }
    }
  }
  result.push_back('"');
  return result;
}

}  // namespace stadttor::presentation::outline
