// The look of a city: KERN's tokens with what the city's theme.json changes, for light or dark surroundings. Which token
// colours what is box_style's matter.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "foundation/result.h"
#include "presentation/imgui/colour.h"
#include "presentation/imgui/design_tokens.h"

namespace stadttor::presentation::imgui {

enum class Brightness : unsigned char { Light, Dark };
enum class Contrast : unsigned char { Usual, More };

class Theme {
 public:
  // KERN's own look.
  Theme();

  Colour colour(ColourToken token) const;
  // In rem. `page_width` in rem, because headings grow with the page.
  float length(LengthToken token, float page_width) const;

  void set_brightness(Brightness brightness) { brightness_ = static_cast<std::size_t>(brightness); }
  Brightness brightness() const { return static_cast<Brightness>(brightness_); }

  // More: text, lines and grounds in black and white, as shell/styles/adaptations.css has it.
  void set_contrast(Contrast contrast) { contrast_ = contrast; }

  // A city's word for it. Unknown names are left out: a theme also says what only style sheets need.
  void set_colour(std::string_view name, Brightness brightness, Colour colour);
  // `value` as in CSS: "0.25rem", "4px". Other units are left out.
  void set_length(std::string_view name, std::string_view value);

 private:
  void follow_kern();

  std::array<std::array<Colour, kColourTokenCount>, 2> colours_{};
  std::array<std::array<bool, kColourTokenCount>, 2> is_set_{};
  std::array<std::array<float, 2>, kLengthTokenCount> lengths_{};  // narrow, wide
  std::size_t brightness_ = 0;
  Contrast contrast_ = Contrast::Usual;
};

// theme.json of a pack: {"light": {name: "#rrggbb"}, "dark": {...}, "metric": {...}, "typography": {...}}.
// Errors: MalformedData.
Result<Theme> read_theme(std::string_view json, std::string where);

}  // namespace stadttor::presentation::imgui
