#include "portal/authoring/contrast.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace stadttor::portal::authoring {

namespace {

double linear_channel(std::string_view colour, std::size_t at) {
  constexpr int kHexadecimal = 16;
  const double channel = std::stoi(std::string(colour.substr(at, 2)), nullptr, kHexadecimal) / 255.0;
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double relative_luminance(std::string_view colour) {
  return 0.2126 * linear_channel(colour, 1) + 0.7152 * linear_channel(colour, 3) + 0.0722 * linear_channel(colour, 5);
}

}  // namespace

double contrast_ratio(std::string_view colour, std::string_view other) {
  const auto [darker, lighter] = std::minmax({relative_luminance(colour), relative_luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace stadttor::portal::authoring
