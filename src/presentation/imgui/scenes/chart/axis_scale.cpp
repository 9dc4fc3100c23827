#include "presentation/imgui/scenes/chart/axis_scale.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::chart {

namespace {

constexpr double kSmallestStep = 1e-6;
// Values that all lie in this part of the way from zero are seen better from near.
constexpr double kFarFromZero = 0.25;

double round_step(double least_step) {
  const double power = std::pow(10, std::floor(std::log10(least_step)));
  for (const double factor : {1.0, 2.0, 5.0}) {
    // Rounding of the logarithm must not make a step one size too large.
    if (factor * power >= least_step * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

}  // namespace

std::vector<double> AxisScale::ticks() const {
  std::vector<double> ticks;
  const auto count = static_cast<int>(std::lround((maximum - minimum) / step));
  for (int i = 0; i <= count; ++i) {
    const double tick = minimum + i * step;
    // A hair beside zero would be written with a minus.
    ticks.push_back(std::abs(tick) < step / 2 ? 0 : tick);
  }
  return ticks;
}

AxisScale axis_scale_from(double least, double greatest, int most_ticks, bool is_whole, AxisStart start) {
  const bool is_far_from_zero = greatest - least < kFarFromZero * std::max(std::abs(least), std::abs(greatest));
  if (start == AxisStart::Zero || !is_far_from_zero || least == greatest) {
    least = std::min(least, 0.0);
    greatest = std::max(greatest, 0.0);
  }
  if (least == greatest) greatest = least + 1;
  AxisScale scale;
  scale.step = std::max(round_step((greatest - least) / std::max(most_ticks, 1)), is_whole ? 1 : kSmallestStep);
  scale.minimum = std::floor(least / scale.step + 1e-9) * scale.step;
  scale.maximum = std::ceil(greatest / scale.step - 1e-9) * scale.step;
  // Both ends on one tick: values closer to each other than can be told apart.
  if (scale.maximum <= scale.minimum) scale.maximum = scale.minimum + scale.step;
  scale.decimals = std::max(0, static_cast<int>(-std::floor(std::log10(scale.step) + 1e-9)));
  return scale;
}

}  // namespace stadttor::presentation::imgui::chart
