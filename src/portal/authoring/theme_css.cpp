#include "portal/authoring/theme_css.h"

#include <algorithm>

namespace stadttor::portal::authoring {

namespace {

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_prefix(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

Json allowed_tokens_of(const Json& tokens, bool (*is_allowed)(std::string_view)) {
  Json allowed = Json::object();
  for (const auto& token : object_of(tokens).items()) {
    const std::string value = token.value().is_string() ? token.value().get<std::string>() : std::string();
    if (is_theme_token(token.key()) && is_allowed(value)) allowed[token.key()] = value;
  }
  return allowed;
}

std::string declarations_of(const Json& tokens, bool (*is_allowed)(std::string_view)) {
  const Json allowed = allowed_tokens_of(tokens, is_allowed);
  std::string css;
  for (const auto& token : allowed.items()) {
    css.append(token.key()).append(":").append(token.value().get<std::string>()).append(";");
  }
  return css;
}

}  // namespace

bool is_theme_token(std::string_view name) {
  if (!has_prefix(name, "--kern-") && !has_prefix(name, "--st-")) return false;
  return std::all_of(name.begin(), name.end(), [](char c) { return c == '-' || is_small_letter(c) || is_digit(c); });
}

bool is_theme_colour(std::string_view value) {
  if (value.size() != 7 || value[0] != '#') return false;
  return std::all_of(value.begin() + 1, value.end(),
                     [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool is_theme_value(std::string_view value) {
  if (value.empty() || value.find("url(") != std::string_view::npos) return false;
  int open_brackets = 0;
  char open_quote = 0;
  for (const char c : value) {
    const bool is_plain = is_small_letter(c) || is_digit(c) || (c >= 'A' && c <= 'Z');
    if (!is_plain && std::string_view(" .,%#()\"'-").find(c) == std::string_view::npos) return false;
    if (open_quote != 0) {
      if (c == open_quote) open_quote = 0;
      continue;
    }
    if (c == '"' || c == '\'') open_quote = c;
    if (c == '(') ++open_brackets;
    if (c == ')' && --open_brackets < 0) return false;
  }
  return open_brackets == 0 && open_quote == 0;
}

std::string theme_css_from(const Json& theme) {
  const std::string light = declarations_of(member_of(theme, "light"), is_theme_colour);
  const std::string dark = declarations_of(member_of(theme, "dark"), is_theme_colour);
  const std::string everywhere = declarations_of(member_of(theme, "metric"), is_theme_value) +
                                 declarations_of(member_of(theme, "typography"), is_theme_value);
  std::string css;
  if (!light.empty() || !everywhere.empty()) css.append(":root{").append(light).append(everywhere).append("}\n");
  if (!dark.empty()) css.append("@media (prefers-color-scheme:dark){:root{").append(dark).append("}}\n");
  if (!dark.empty()) css.append("[data-kern-theme=dark]{").append(dark).append("}\n");
  if (!light.empty()) css.append("[data-kern-theme=light]{").append(light).append("}\n");
  return css;
}

Json theme_json_from(const Json& theme) {
  Json json = Json::object();
  for (const char* part : {"light", "dark"}) {
    const Json tokens = allowed_tokens_of(member_of(theme, part), is_theme_colour);
    if (!tokens.empty()) json[part] = tokens;
  }
  for (const char* part : {"metric", "typography"}) {
    const Json tokens = allowed_tokens_of(member_of(theme, part), is_theme_value);
    if (!tokens.empty()) json[part] = tokens;
  }
  return json;
}

}  // namespace stadttor::portal::authoring
