#include "portal/authoring/map/tile_clipping.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stadttor::portal::authoring {

namespace {

double distance_to_segment(TileUnit p, TileUnit a, TileUnit b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = dx * dx + dy * dy;
  const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

// Keeps, between two kept points, the furthest one; with a stack of its own, since coasts are long.
std::vector<bool> kept_points(const UnitPath& line, double tolerance) {
  std::vector<bool> keeps(line.size(), false);
  if (line.empty()) return keeps;
  keeps.front() = keeps.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
  while (!open.empty()) {
    const auto [first, last] = open.back();
    open.pop_back();
    double most = tolerance;
    std::size_t furthest = 0;
    for (std::size_t i = first + 1; i < last; ++i) {
      const double away = distance_to_segment(line[i], line[first], line[last]);
      if (away > most) {
        most = away;
        furthest = i;
      }
    }
    if (furthest == 0) continue;
    keeps[furthest] = true;
    open.emplace_back(first, furthest);
    open.emplace_back(furthest, last);
  }
  return keeps;
}

enum class Edge : unsigned char { Left, Right, Top, Bottom };

bool is_within(TileUnit p, Edge edge, double least, double most) {
  switch (edge) {
    case Edge::Left: return p.x >= least;
    case Edge::Right: return p.x <= most;
    case Edge::Top: return p.y >= least;
    case Edge::Bottom: return p.y <= most;
  }
  return false;
}

TileUnit crossing(TileUnit a, TileUnit b, Edge edge, double least, double most) {
  const bool is_upright = edge == Edge::Left || edge == Edge::Right;
  const double at = edge == Edge::Left || edge == Edge::Top ? least : most;
  const double t = is_upright ? (at - a.x) / (b.x - a.x) : (at - a.y) / (b.y - a.y);
  const TileUnit met{a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
  return is_upright ? TileUnit{at, met.y} : TileUnit{met.x, at};
}

}  // namespace

UnitPath simplified_line(const UnitPath& line, double tolerance) {
  const std::vector<bool> keeps = kept_points(line, tolerance);
  UnitPath kept;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (keeps[i]) kept.push_back(line[i]);
  }
  return kept;
}

UnitPath simplified_ring(const UnitPath& ring, double tolerance) {
  if (ring.size() < 3) return {};
  // Two halves, between the first corner and the one furthest from it, so that neither end is a chance.
  std::size_t furthest = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const auto away = [&](std::size_t at) { return std::hypot(ring[at].x - ring[0].x, ring[at].y - ring[0].y); };
    if (away(i) > away(furthest)) furthest = i;
  }
  const auto middle = ring.begin() + static_cast<std::ptrdiff_t>(furthest);
  UnitPath there = simplified_line(UnitPath(ring.begin(), middle + 1), tolerance);
  UnitPath back(middle, ring.end());
  back.push_back(ring.front());
  back = simplified_line(back, tolerance);
  there.insert(there.end(), back.begin() + 1, back.end() - 1);
  if (there.size() < 3) return {};
  return there;
}

std::vector<UnitPath> clipped_line(const UnitPath& line, double least, double most) {
  std::vector<UnitPath> pieces;
  bool goes_on = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    TileUnit a = line[i];
    TileUnit b = line[i + 1];
    // Liang and Barsky, one edge after another.
    bool is_seen = true;
    for (const Edge edge : {Edge::Left, Edge::Right, Edge::Top, Edge::Bottom}) {
      const bool a_in = is_within(a, edge, least, most);
      const bool b_in = is_within(b, edge, least, most);
      if (!a_in && !b_in) is_seen = false;
      if (!is_seen) break;
      if (!a_in) {
        a = crossing(a, b, edge, least, most);
        goes_on = false;
      }
      if (!b_in) b = crossing(a, b, edge, least, most);
    }
    if (is_seen) {
      if (!goes_on) pieces.push_back({a});
      pieces.back().push_back(b);
    }
    goes_on = is_seen;  // after a cut the next segment begins outside, which ends the piece
  }
  return pieces;
}

UnitPath clipped_ring(const UnitPath& ring, double least, double most) {
  UnitPath left = ring;
  for (const Edge edge : {Edge::Left, Edge::Right, Edge::Top, Edge::Bottom}) {
    UnitPath kept;
    for (std::size_t i = 0; i < left.size(); ++i) {
      const TileUnit a = left[i];
      const TileUnit b = left[(i + 1) % left.size()];
      const bool a_in = is_within(a, edge, least, most);
      if (a_in) kept.push_back(a);
      if (a_in != is_within(b, edge, least, most)) kept.push_back(crossing(a, b, edge, least, most));
    }
    left = std::move(kept);
  }
  return left;
}

double area_of(const UnitPath& ring) {
  double area = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const TileUnit a = ring[i];
    const TileUnit b = ring[(i + 1) % ring.size()];
    area += a.x * b.y - b.x * a.y;
  }
  return std::abs(area) / 2;
}

}  // namespace stadttor::portal::authoring
