#include "presentation/imgui/scenes/map/tile_paths.h"

#include <cstdlib>

#include "presentation/imgui/scenes/map/protobuf_fields.h"

namespace stadttor::presentation::imgui::map {

namespace {

enum Command : std::uint32_t { kMoveTo = 1, kLineTo = 2, kClosePath = 7 };

// Further out than this many tiles nothing belongs to the tile, and floats lose their precision.
constexpr double kFurthest = 16;

std::int64_t number_from_zigzag(std::uint32_t value) { return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1); }

}  // namespace

std::optional<std::vector<TilePath>> read_paths(std::string_view commands, double extent, std::size_t most_points) {
  std::vector<TilePath> paths;
  PackedNumbers numbers(commands);
  std::int64_t x = 0;
  std::int64_t y = 0;
  std::size_t points = 0;
  std::uint32_t command = 0;
  while (numbers.next(command)) {
    const std::uint32_t count = command >> 3;
    const std::uint32_t kind = command & 7;
    if (kind == kClosePath) continue;  // fills close by themselves
    // Each point takes two bytes at least: a count that cannot be there is refused before it is believed.
    if ((kind != kMoveTo && kind != kLineTo) || count > numbers.bytes_left() / 2) return {};
    for (std::uint32_t i = 0; i < count; ++i) {
      std::uint32_t dx = 0;
      std::uint32_t dy = 0;
      if (!numbers.next(dx) || !numbers.next(dy) || ++points > most_points) return {};
      x += number_from_zigzag(dx);
      y += number_from_zigzag(dy);
      const double u = static_cast<double>(x) / extent;
      const double v = static_cast<double>(y) / extent;
      if (u < -kFurthest || u > kFurthest || v < -kFurthest || v > kFurthest) return {};
      if (kind == kMoveTo) paths.emplace_back();
      if (paths.empty()) return {};
      paths.back().push_back({static_cast<float>(u), static_cast<float>(v)});
    }
  }
  if (numbers.failed()) return {};
  return paths;
}

double signed_area_of(const TilePath& ring) {
  double area = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const TilePoint a = ring[i];
    const TilePoint b = ring[(i + 1) % ring.size()];
    area += static_cast<double>(a.x) * static_cast<double>(b.y) - static_cast<double>(b.x) * static_cast<double>(a.y);
  }
  return area;
}

}  // namespace stadttor::presentation::imgui::map
