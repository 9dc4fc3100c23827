// A city's design tokens (theme.json) as CSS custom properties. Only tokens and values of a known form are written, so
// that a theme can change how the portal looks and nothing else. What each token colours belongs to the style sheets.
#pragma once

#include <string>
#include <string_view>

#include "portal/authoring/json_value.h"

namespace stadttor::portal::authoring {

// Light colours with metric and typography for everyone; dark ones where the device asks for them; either one where the
// view settings ask for it (data-kern-theme). Nothing where there is no theme.
std::string theme_css_from(const Json& theme);

// The same tokens as a file of the pack, for presentations that read no style sheet. An empty object without a theme.
Json theme_json_from(const Json& theme);

bool is_theme_token(std::string_view name);    // "--kern-...", "--st-..."
bool is_theme_colour(std::string_view value);  // "#rrggbb"
// Letters, digits and simple punctuation, quotes and brackets closed, no url().
bool is_theme_value(std::string_view value);

}  // namespace stadttor::portal::authoring
