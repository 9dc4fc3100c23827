// Arabic text as it is drawn: letters in their joined forms, in the order of the eye. Other text stays as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stadttor::presentation::imgui {

// Has it letters that run from right to left?
bool runs_right_to_left(std::string_view text);

// One line, in visual order from the left, with presentation forms (Unicode FE70 to FEFF). The paragraph runs from right
// to left.
std::string shaped_line(std::string_view text);

// The same, with the places of a caret: before each character of `text` and behind the last, as bytes of the shaped line that
// stand left of it.
struct LineWithCarets {
  std::string line;
  std::vector<std::size_t> carets;
};
LineWithCarets line_with_carets(std::string_view text);

}  // namespace stadttor::presentation::imgui
