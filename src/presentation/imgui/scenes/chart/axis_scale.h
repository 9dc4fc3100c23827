// The round numbers along a chart's value axis.
#pragma once

#include <vector>

namespace stadttor::presentation::imgui::chart {

struct AxisScale {
  double minimum = 0;
  double maximum = 1;
  double step = 1;
  int decimals = 0;  // that tell one tick from the next

  std::vector<double> ticks() const;
  // 0 at the minimum, 1 at the maximum.
  double share_of(double value) const { return (value - minimum) / (maximum - minimum); }
};

enum class AxisStart : unsigned char { Zero, NearData };

// From the least to the greatest value and at most `most_ticks` steps of 1, 2 or 5 times a power of ten between; never
// fractions where `is_whole`. Zero: bars have to start there. NearData: only where the values don't lie far from it.
AxisScale axis_scale_from(double least, double greatest, int most_ticks, bool is_whole, AxisStart start);

}  // namespace stadttor::presentation::imgui::chart
