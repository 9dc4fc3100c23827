// Words in a scene: broken into lines between words, shortened with an ellipsis where they have no room.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace stadttor::presentation::imgui {

// The width of `text` in letters of `size` pixels.
using TextWidth = std::function<double(std::string_view text, double size)>;

// As it is, or cut off before "…" so that it is no wider than `most`. Never within a letter's bytes.
std::string shortened(std::string_view text, double most, double size, const TextWidth& width_of);

// At most `most_lines` lines, none wider than `most`; what is left over is cut off in the last one.
std::vector<std::string> lines_of(std::string_view text, double most, std::size_t most_lines, double size, const TextWidth& width_of);

// Whether nothing of the text was cut off.
bool is_whole(const std::vector<std::string>& lines, std::string_view text);

}  // namespace stadttor::presentation::imgui
