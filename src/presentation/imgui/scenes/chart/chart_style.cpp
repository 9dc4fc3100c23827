#include "presentation/imgui/scenes/chart/chart_style.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::chart {

namespace {

constexpr ColourToken kColours[] = {ColourToken::Action, ColourToken::Warning, ColourToken::Success, ColourToken::Visited, ColourToken::Info, ColourToken::Danger, ColourToken::MutedText};
constexpr std::size_t kColourCount = sizeof kColours / sizeof kColours[0];
constexpr Dash kDashes[] = {{0, 0}, {10, 5}, {3, 4}, {16, 4}, {6, 3}, {2, 7}};
constexpr std::size_t kShapeCount = 6;
// WCAG 2.2, 1.4.11: of graphics, against what they stand on.
constexpr double kLeastContrast = 3;

double linear(std::uint32_t channel) {
  const double share = channel / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance_of(Colour colour) { return 0.2126 * linear(colour & 255U) + 0.7152 * linear(colour >> 8U & 255U) + 0.0722 * linear(colour >> 16U & 255U); }

}  // namespace

SeriesStyle series_style_of(std::size_t series, const Theme& theme) {
  Colour colour = theme.colour(kColours[series % kColourCount]);
  // A city may have chosen colours for large surfaces.
  for (float share = 0.8F; contrast_of(colour, theme.colour(ColourToken::Background)) < kLeastContrast && share > 0; share -= 0.2F) {
    colour = mixed_colour(theme.colour(kColours[series % kColourCount]), theme.colour(ColourToken::Text), share);
  }
  const std::size_t shape = series % kShapeCount;
  return {colour, static_cast<PointShape>(shape), static_cast<BarPattern>(shape), kDashes[shape]};
}

double contrast_of(Colour one, Colour other) {
  const double a = luminance_of(one);
  const double b = luminance_of(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

}  // namespace stadttor::presentation::imgui::chart
