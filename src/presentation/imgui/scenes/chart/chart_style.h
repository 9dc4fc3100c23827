// What tells the series of a chart apart: a colour of the city's theme, and never only that: lines have dashes and points of
// different shapes, bars have patterns.
#pragma once

#include <cstddef>
#include <cstdint>

#include "presentation/imgui/theme.h"

namespace stadttor::presentation::imgui::chart {

enum class PointShape : std::uint8_t { Circle, Square, Triangle, Diamond, Ring, Cross };
enum class BarPattern : std::uint8_t { Solid, Rising, Hollow, Level, Falling, Crossed };

struct Dash {
  float drawn = 0;  // pixels; 0: the line has no gaps
  float gap = 0;
};

struct SeriesStyle {
  Colour colour = kNoColour;
  PointShape shape = PointShape::Circle;
  BarPattern pattern = BarPattern::Solid;
  Dash dash;
};

// The first six series differ in colour and shape, more begin again with other pairs of them.
SeriesStyle series_style_of(std::size_t series, const Theme& theme);

// As WCAG 2.2 computes it, 1 to 21.
double contrast_of(Colour one, Colour other);

}  // namespace stadttor::presentation::imgui::chart
