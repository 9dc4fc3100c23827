#include "presentation/imgui/scenes/map_ground.h"

#include <cmath>

namespace stadttor::presentation::imgui {

using map::Ground;
using map::GroundFill;
using map::MapTile;
using map::PointRange;
using map::TilePoint;
using map::Way;
using map::WayLine;

namespace {

// From here on edges of houses are drawn; before, they would be as thick as the house.
constexpr double kEdgesFromZoom = 14.8;
constexpr double kSleepersFromZoom = 14;

bool is_built(Ground ground) { return ground == Ground::Building || ground == Ground::Landmark; }

class GroundPainting {
 public:
  GroundPainting(const SceneInk& ink, const std::vector<PlacedTile>& tiles, double zoom, double pixels_per_metre)
      : ink_(ink), tiles_(tiles), zoom_(zoom), pixels_per_metre_(pixels_per_metre) {}

  void paint() {
    for (int ground = 0; ground < static_cast<int>(Ground::Building); ++ground) fill_all(static_cast<Ground>(ground));
    draw_lines(Way::Stream);
    for (const Way way : {Way::Path, Way::Residential, Way::Secondary, Way::Main}) draw_casings(way);
    for (const Way way : {Way::Path, Way::Residential, Way::Secondary, Way::Main}) draw_lines(way);
    fill_all(Ground::Building);
    fill_all(Ground::Landmark);
    draw_lines(Way::Railway);
    if (zoom_ >= kSleepersFromZoom) draw_rail_gaps();
    draw_lines(Way::Tram);
  }

 private:
  Colour colour_of(Way way) const { return map_colours_of(ink_).way[static_cast<std::size_t>(way)]; }

  bool is_seen(const ImVec2& least, const ImVec2& most) const {
    const ImVec2 clip_least = ink_.list.GetClipRectMin();
    const ImVec2 clip_most = ink_.list.GetClipRectMax();
    return most.x >= clip_least.x && most.y >= clip_least.y && least.x <= clip_most.x && least.y <= clip_most.y;
  }

  // Into points_; false where nothing of it can be seen.
  bool take(const PlacedTile& placed, PointRange range, float margin) {
    points_.resize(static_cast<int>(range.count));
    ImVec2 least{1e9F, 1e9F};
    ImVec2 most{-1e9F, -1e9F};
    for (std::uint32_t i = 0; i < range.count; ++i) {
      const ImVec2 point = ink_.at(placed.at(placed.tile->points[range.first + i]));
      points_[static_cast<int>(i)] = point;
      least = {std::fmin(least.x, point.x), std::fmin(least.y, point.y)};
      most = {std::fmax(most.x, point.x), std::fmax(most.y, point.y)};
    }
    return is_seen({least.x - margin, least.y - margin}, {most.x + margin, most.y + margin});
  }

  void fill_all(Ground ground) {
    const Colour colour = map_colours_of(ink_).ground[static_cast<std::size_t>(ground)];
    const Colour edge = ground == Ground::Building ? map_colours_of(ink_).building_edge : ground == Ground::Landmark ? map_colours_of(ink_).landmark_edge : colour;
    const bool has_edges = !is_built(ground) || zoom_ >= kEdgesFromZoom;
    for (const PlacedTile& placed : tiles_) {
      for (const GroundFill& fill : placed.tile->fills) {
        if (fill.ground == ground) draw_fill(placed, fill, colour, has_edges ? edge : kNoColour);
      }
    }
  }

  void draw_fill(const PlacedTile& placed, const GroundFill& fill, Colour colour, Colour edge) {
    const MapTile& tile = *placed.tile;
    const PointRange outline = tile.rings[fill.rings.first];
    if (!take(placed, outline, 1)) return;
    // Rings of one fill lie one behind the other.
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < fill.rings.count; ++i) count += tile.rings[fill.rings.first + i].count;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    ink_.list.PrimReserve(static_cast<int>(fill.triangles.count), static_cast<int>(count));
    const unsigned first = ink_.list._VtxCurrentIdx;
    for (std::uint32_t i = 0; i < fill.triangles.count; ++i) {
      ink_.list.PrimWriteIdx(first + tile.corners[fill.triangles.first + i] - outline.first);
    }
    for (std::uint32_t i = 0; i < count; ++i) ink_.list.PrimWriteVtx(ink_.at(placed.at(tile.points[outline.first + i])), white, colour);
    // Triangles have hard edges; a line around them is smooth.
    if (edge == kNoColour) return;
    for (std::uint32_t i = 0; i < fill.rings.count; ++i) draw_edge(placed, tile.rings[fill.rings.first + i], edge);
  }

  // Left out where the tile was cut off, or the map would show its tiles.
  void draw_edge(const PlacedTile& placed, PointRange ring, Colour colour) {
    take(placed, ring, 0);
    const auto is_beyond = [](float place) { return place < -0.001F || place > 1.001F; };
    int begin = -1;
    for (std::uint32_t i = 0; i <= ring.count; ++i) {
      const TilePoint a = placed.tile->points[ring.first + i % ring.count];
      const TilePoint b = placed.tile->points[ring.first + (i + 1) % ring.count];
      const bool is_cut = (is_beyond(a.x) && a.x == b.x) || (is_beyond(a.y) && a.y == b.y);
      if (begin < 0 && !is_cut) begin = static_cast<int>(i);
      if (begin < 0 || (!is_cut && i < ring.count)) continue;
      edge_.resize(0);
      for (int at = begin; at <= static_cast<int>(i); ++at) edge_.push_back(points_[at % static_cast<int>(ring.count)]);
      ink_.list.AddPolyline(edge_.Data, edge_.Size, colour, ImDrawFlags_None, 1);
      begin = -1;
    }
  }

  template <class Draw>
  void each_line(Way way, float margin, Draw draw) {
    for (const PlacedTile& placed : tiles_) {
      for (const WayLine& line : placed.tile->lines) {
        if (line.way == way && take(placed, line.points, margin)) draw();
      }
    }
  }

  void draw_casings(Way way) {
    const Colour colour = map_colours_of(ink_).casing[static_cast<std::size_t>(way)];
    const double width = map::width_of(way, zoom_, pixels_per_metre_);
    if (colour == kNoColour || width < 1.8) return;
    draw_lines(way, colour, static_cast<float>(width + (width > 6 ? 2.0 : 1.4)));
  }

  void draw_lines(Way way) {
    const double width = map::width_of(way, zoom_, pixels_per_metre_);
    if (width > 0) draw_lines(way, colour_of(way), static_cast<float>(width));
  }

  void draw_lines(Way way, Colour colour, float width) {
    each_line(way, width, [&] { ink_.list.AddPolyline(points_.Data, points_.Size, colour, ImDrawFlags_None, width); });
  }

  void draw_rail_gaps() {
    const auto width = static_cast<float>(map::width_of(Way::Railway, zoom_, pixels_per_metre_)) - 1.6F;
    if (width < 0.8F) return;
    constexpr float kDash = 9;
    each_line(Way::Railway, width, [&] {
      float along = 0;
      for (int i = 0; i + 1 < points_.Size; ++i) {
        const ImVec2 a = points_[i];
        const ImVec2 b = points_[i + 1];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        for (float at = -std::fmod(along, 2 * kDash); at < length; at += 2 * kDash) {
          const float from = std::fmax(at, 0.0F) / length;
          const float to = std::fmin(at + kDash, length) / length;
          if (to <= from) continue;
          ink_.list.AddLine({a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from}, {a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to}, map_colours_of(ink_).rail_gap, width);
        }
        along += length;
      }
    });
  }

  const SceneInk& ink_;
  const std::vector<PlacedTile>& tiles_;
  double zoom_;
  double pixels_per_metre_;
  ImVector<ImVec2> points_;
  ImVector<ImVec2> edge_;
};

}  // namespace

void draw_ground(const SceneInk& ink, const std::vector<PlacedTile>& tiles, double zoom, double pixels_per_metre) {
  GroundPainting(ink, tiles, zoom, pixels_per_metre).paint();
}

}  // namespace stadttor::presentation::imgui
