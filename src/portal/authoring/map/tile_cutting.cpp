#include "portal/authoring/map/tile_cutting.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "portal/authoring/map/tile_encoding.h"
#include "presentation/imgui/scenes/map/tile_address.h"

namespace stadttor::portal::authoring {

namespace map = presentation::imgui::map;

namespace {

// A tile's side in pixels where it is shown in its own size.
constexpr double kPixels = 512;
// Shapes reach so many pixels beyond the tile, or wide lines would end at its edge.
constexpr double kMargin = 12;
constexpr double kTolerance = 0.5;
constexpr double kLeastArea = 6;

// The nearest zoom is enlarged up to four times and needs finer units.
int extent_at(int zoom) { return zoom == kMostTileZoom ? 4096 : 2048; }

int first_zoom_of(const DrawnFeature& feature) {
  switch (feature.layer) {
    case Layer::Area:
    case Layer::Water: return kLeastTileZoom;
    case Layer::Street:
      if (feature.kind == "main") return 11;
      if (feature.kind == "secondary") return 12;
      return feature.kind == "residential" ? 13 : 14;
    case Layer::Rail: return feature.kind == "railway" ? 11 : 13;
    case Layer::Building: return 14;
    case Layer::Place: {
      constexpr int kByRank[] = {11, 13, 14, 15};
      return kByRank[feature.rank - 1];
    }
  }
  return kMostTileZoom;
}

bool shows_name_at(const DrawnFeature& feature, int zoom) {
  return feature.layer == Layer::Place || (feature.layer == Layer::Street && zoom >= 13);
}

class Cutting {
 public:
  explicit Cutting(int zoom)
      : zoom_(zoom), extent_(extent_at(zoom)), pixel_(extent_ / kPixels), units_(std::exp2(zoom) * extent_) {}

  void add(const DrawnFeature& feature) {
    std::vector<UnitPath> paths;
    double left = units_, top = units_, right = 0, bottom = 0;
    for (const WorldPath& path : feature.paths) {
      UnitPath units;
      for (const WorldPoint point : path) {
        units.push_back({point.x * units_, point.y * units_});
        left = std::min(left, units.back().x);
        right = std::max(right, units.back().x);
        top = std::min(top, units.back().y);
        bottom = std::max(bottom, units.back().y);
      }
      // Houses keep their corners where they can be seen.
      const double tolerance = feature.layer == Layer::Building && zoom_ >= 15 ? 0 : kTolerance * pixel_;
      if (feature.shape == Shape::Line) units = simplified_line(units, tolerance);
      if (feature.shape == Shape::Polygon) {
        if (area_of(units) < kLeastArea * pixel_ * pixel_) continue;
        units = simplified_ring(units, tolerance);
      }
      if (!units.empty()) paths.push_back(std::move(units));
    }
    const double margin = kMargin * pixel_;
    const auto tile_at = [this](double unit) { return static_cast<std::uint32_t>(std::max(0.0, std::floor(unit / extent_))); };
    for (std::uint32_t y = tile_at(top - margin); y <= tile_at(bottom + margin); ++y) {
      for (std::uint32_t x = tile_at(left - margin); x <= tile_at(right + margin); ++x) add_to_tile(feature, paths, x, y);
    }
  }

  void finish(std::map<std::uint64_t, std::string>& tiles) const {
    for (const auto& [place, encoding] : encodings_) {
      std::string bytes = encoding.bytes();
      if (!bytes.empty()) tiles.emplace(map::tile_id_of({zoom_, place.first, place.second}), std::move(bytes));
    }
  }

 private:
  void add_to_tile(const DrawnFeature& feature, const std::vector<UnitPath>& paths, std::uint32_t x, std::uint32_t y) {
    const double margin = kMargin * pixel_;
    std::vector<UnitPath> pieces;
    for (const UnitPath& path : paths) {
      UnitPath moved;
      for (const TileUnit unit : path) moved.push_back({unit.x - static_cast<double>(x) * extent_, unit.y - static_cast<double>(y) * extent_});
      if (feature.shape == Shape::Point) {
        const TileUnit at = moved.front();
        if (at.x >= 0 && at.y >= 0 && at.x < extent_ && at.y < extent_) pieces.push_back(moved);
      } else if (feature.shape == Shape::Line) {
        for (UnitPath& piece : clipped_line(moved, -margin, extent_ + margin)) pieces.push_back(std::move(piece));
      } else if (UnitPath ring = clipped_ring(moved, -margin, extent_ + margin); !ring.empty()) {
        pieces.push_back(std::move(ring));
      }
    }
    if (pieces.empty()) return;
    encodings_.try_emplace({x, y}, extent_).first->second.add(feature, pieces, shows_name_at(feature, zoom_));
  }

  int zoom_;
  int extent_;
  double pixel_;  // in units
  double units_;  // of the whole world's side
  std::map<std::pair<std::uint32_t, std::uint32_t>, TileEncoding> encodings_;
};

}  // namespace

std::map<std::uint64_t, std::string> tiles_of(const MapSource& source) {
  std::map<std::uint64_t, std::string> tiles;
  for (int zoom = kLeastTileZoom; zoom <= kMostTileZoom; ++zoom) {
    Cutting cutting(zoom);
    for (const DrawnFeature& feature : source.features) {
      if (first_zoom_of(feature) <= zoom) cutting.add(feature);
    }
    cutting.finish(tiles);
  }
  return tiles;
}

}  // namespace stadttor::portal::authoring
