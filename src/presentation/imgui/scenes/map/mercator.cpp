#include "presentation/imgui/scenes/map/mercator.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace stadttor::presentation::imgui::map {

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kMostLatitude = 85.05112877980659;

// "-12.75" without locale and without from_chars for double, which not every library here has.
std::optional<double> parse_number(std::string_view text) {
  const bool is_negative = !text.empty() && text.front() == '-';
  if (is_negative) text.remove_prefix(1);
  double value = 0;
  double unit = 0;  // of the next digit behind the point; 0 before it
  bool has_digit = false;
  for (const char c : text) {
    if (c == '.' && unit == 0) {
      unit = 0.1;
    } else if (c >= '0' && c <= '9') {
      has_digit = true;
      value = unit == 0 ? value * 10 + (c - '0') : value + unit * (c - '0');
      unit /= 10;
    } else {
      return {};
    }
  }
  if (!has_digit || text.size() > 24) return {};
  return is_negative ? -value : value;
}

template <std::size_t count>
std::optional<std::array<double, count>> parse_numbers(std::string_view text) {
  std::array<double, count> numbers{};
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t comma = text.find(',');
    if ((comma == std::string_view::npos) != (i + 1 == count)) return {};
    const auto number = parse_number(text.substr(0, comma));
    if (!number) return {};
    numbers[i] = *number;
    if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
  }
  return numbers;
}

bool is_on_earth(double latitude, double longitude) { return std::abs(latitude) <= 90 && std::abs(longitude) <= 180; }

}  // namespace

WorldPoint world_from_geo(GeoPoint point) {
  const double latitude = std::clamp(point.latitude, -kMostLatitude, kMostLatitude) * kPi / 180;
  return {point.longitude / 360 + 0.5, 0.5 - std::asinh(std::tan(latitude)) / (2 * kPi)};
}

GeoPoint geo_from_world(WorldPoint point) {
  return {std::atan(std::sinh((0.5 - point.y) * 2 * kPi)) * 180 / kPi, (point.x - 0.5) * 360};
}

std::optional<GeoPoint> parse_position(std::string_view text) {
  const auto numbers = parse_numbers<2>(text);
  if (!numbers || !is_on_earth((*numbers)[0], (*numbers)[1])) return {};
  return GeoPoint{(*numbers)[0], (*numbers)[1]};
}

std::optional<WorldBox> parse_extent(std::string_view text) {
  const auto numbers = parse_numbers<4>(text);
  if (!numbers) return {};
  const auto& [west, south, east, north] = *numbers;
  if (!is_on_earth(south, west) || !is_on_earth(north, east) || west >= east || south >= north) return {};
  return WorldBox{world_from_geo({north, west}), world_from_geo({south, east})};
}

}  // namespace stadttor::presentation::imgui::map
