// Words beside a chart: broken into lines between words, shortened with an ellipsis where they have no room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "presentation/imgui/scenes/chart/chart_layout.h"

namespace stadttor::presentation::imgui::chart {

// As it is, or cut off before "…" so that it is no wider than `most`. Never within a letter's bytes.
std::string shortened(std::string_view text, double most, double size, const TextWidth& width_of);

// At most `most_lines` lines, none wider than `most`; what is left over is cut off in the last one.
std::vector<std::string> lines_of(std::string_view text, double most, std::size_t most_lines, double size, const TextWidth& width_of);

}  // namespace stadttor::presentation::imgui::chart
