#include "protocols/open311/json_fault.h"

#include <vector>

namespace stadttor::protocols::open311 {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Place {
  bool is_object = false;
  bool awaits_colon = false;  // a name has been read
  bool awaits_name = false;
};

}  // namespace

std::string first_json_fault(std::string_view text) {
  std::vector<Place> open;
  int line = 1;
  char before = '\0';  // the last character that is not white space
  const auto fault = [&line](const char* what) { return "line " + std::to_string(line) + ": " + what; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
    if (!open.empty() && open.back().awaits_colon && c != ':') return fault("a name without a value; a colon belongs between them");
    if (c == '"') {
      for (++i; i < text.size() && text[i] != '"'; ++i) {
        if (text[i] == '\n') return fault("a text without an end; a quotation mark belongs there");
        if (text[i] == '\\') ++i;
      }
      if (!open.empty() && open.back().is_object && open.back().awaits_name) open.back() = {true, true, false};
    } else if (c == '{' || c == '[') {
      if (open.size() >= 64) return {};
      open.push_back({c == '{', false, c == '{'});
    } else if (c == '}' || c == ']') {
      if (before == ',') return fault("a comma behind the last value; it does not belong there");
      if (open.empty() || open.back().is_object != (c == '}')) return fault("a bracket that closes another one");
      open.pop_back();
    } else if (c == ':' && !open.empty()) {
      open.back().awaits_colon = false;
    } else if (c == ',' && !open.empty()) {
      open.back().awaits_name = open.back().is_object;
    } else if (c == '<' && before == '\0') {
      return fault("a web page or XML instead of JSON");
    } else if (is_digit(c) && (before == ':' || before == ',' || before == '[')) {
      if (c == '0' && i + 1 < text.size() && is_digit(text[i + 1])) return fault("a number with zeros before it; codes are text, in quotation marks");
      while (i + 1 < text.size() && (is_digit(text[i + 1]) || text[i + 1] == '.')) ++i;
    }
    before = text[i];
  }
  return open.empty() ? std::string() : fault("the end is missing; perhaps it was cut off");
}

}  // namespace stadttor::protocols::open311
