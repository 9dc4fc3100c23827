#include "city/town_limits.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace stadttor::city {

std::optional<Position> parse_position(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || text.find_first_not_of("0123456789.,- ") != std::string_view::npos) return std::nullopt;
  const auto degrees = [](std::string part) -> std::optional<double> {
    part.erase(std::remove(part.begin(), part.end(), ' '), part.end());
    char* end = nullptr;
    const double value = std::strtod(part.c_str(), &end);
    if (part.empty() || end != part.c_str() + part.size()) return std::nullopt;
    return value;
  };
  const auto latitude = degrees(std::string(text.substr(0, comma)));
  const auto longitude = degrees(std::string(text.substr(comma + 1)));
  if (!latitude || !longitude || std::fabs(*latitude) > 90 || std::fabs(*longitude) > 180) return std::nullopt;
  return Position{*latitude, *longitude};
}

bool lies_within(const std::vector<Position>& ring, const Position& position) {
  if (ring.size() < 3) return true;
  // How often a line to the east crosses the ring: an odd number from inside.
  bool is_inside = false;
  for (std::size_t at = 0, before = ring.size() - 1; at < ring.size(); before = at++) {
    const Position& a = ring[at];
    const Position& b = ring[before];
    if ((a.latitude > position.latitude) == (b.latitude > position.latitude)) continue;
    const double crossing = a.longitude + (position.latitude - a.latitude) / (b.latitude - a.latitude) * (b.longitude - a.longitude);
    if (position.longitude < crossing) is_inside = !is_inside;
  }
  return is_inside;
}

}  // namespace stadttor::city
