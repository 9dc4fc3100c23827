#include "presentation/imgui/scenes/map_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace stadttor::presentation::imgui {

using map::LabelStyle;
using map::MapPlace;
using map::PlaceKind;
using map::WayLine;
using view::LabelGrid;
using view::ScreenBox;
using view::ScreenPoint;

namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kApart = 330;         // pixels between two labels of one street
constexpr double kBend = 0.11;         // radians that a street may turn below its name
constexpr float kDotRadius = 3.5F;
constexpr double kDotGap = 4;

struct Straight {
  ScreenPoint from;
  ScreenPoint to;
  double length() const { return std::hypot(to.x - from.x, to.y - from.y); }
};

struct WaitingLabel {
  int order;  // smaller ones first
  const PlacedTile* tile;
  const MapPlace* place;   // or
  const WayLine* line;
  LabelStyle style;
  std::string_view text;
};

class Labelling {
 public:
  Labelling(const SceneInk& ink, const std::vector<PlacedTile>& tiles, double zoom, LabelGrid& grid) : ink_(ink), tiles_(tiles), zoom_(zoom), grid_(grid) {}

  void write() {
    for (const PlacedTile& placed : tiles_) collect(placed);
    // By importance, then by name: the same order in every frame, so that labels don't jump while the map moves.
    std::stable_sort(waiting_.begin(), waiting_.end(), [](const WaitingLabel& a, const WaitingLabel& b) { return a.order != b.order ? a.order < b.order : a.text < b.text; });
    for (const WaitingLabel& label : waiting_) {
      if (label.place != nullptr) {
        write_place(label);
      } else {
        write_street(label);
      }
    }
  }

 private:
  void collect(const PlacedTile& placed) {
    for (const MapPlace& place : placed.tile->places) {
      const LabelStyle style = label_style_of(place, zoom_);
      if (style.is_shown) waiting_.push_back({place.rank * 10 + (place.kind == PlaceKind::District ? 0 : 1), &placed, &place, nullptr, style, placed.tile->names[place.name]});
    }
    for (const WayLine& line : placed.tile->lines) {
      if (line.name == map::kNoName) continue;
      const LabelStyle style = label_style_of(line.way, zoom_);
      const int order = line.way == map::Way::Main ? 25 : line.way == map::Way::Secondary ? 33 : 36;
      if (style.is_shown) waiting_.push_back({order, &placed, nullptr, &line, style, placed.tile->names[line.name]});
    }
  }

  InkText text_of(const LabelStyle& style, Colour colour) const {
    return {style.is_bold ? TextWeight::Bold : TextWeight::Regular, style.size * ink_.text_size / 16, colour, map_colours_of(ink_).halo};
  }

  void write_place(const WaitingLabel& label) {
    const Colour colour = map_colours_of(ink_).label[static_cast<std::size_t>(label.place->kind)];
    const InkText text = text_of(label.style, colour);
    const ImVec2 size = ink_.text->size_of(text, label.text);
    const ScreenPoint at = label.tile->at(label.place->at);
    const double half = size.x / 2.0;
    if (!label.style.has_dot) {
      const ScreenBox box{at.x - half - 3, at.y - size.y / 2.0 - 1, at.x + half + 3, at.y + size.y / 2.0 + 1};
      if (grid_.place(box)) ink_.text->write(ink_.list, text, ink_.at(at), label.text, 0);
      return;
    }
    // Right of the dot, else left of it.
    const ScreenBox dot{at.x - kDotRadius, at.y - kDotRadius, at.x + kDotRadius, at.y + kDotRadius};
    for (const double side : {1.0, -1.0}) {
      const double middle = at.x + side * (half + kDotRadius + kDotGap);
      const ScreenBox box{middle - half - 2, at.y - size.y / 2.0, middle + half + 2, at.y + size.y / 2.0};
      if (!grid_.place({dot, box})) continue;
      draw_dot(at, label.place->kind, colour);
      ink_.text->write(ink_.list, text, ink_.at({middle, at.y}), label.text, 0);
      return;
    }
    // A stop says where it is even where its name has no room.
    if (label.place->kind == PlaceKind::Stop && grid_.place(dot)) draw_dot(at, PlaceKind::Stop, colour);
  }

  void draw_dot(ScreenPoint at, PlaceKind kind, Colour colour) {
    const ImVec2 middle = ink_.at(at);
    if (kind == PlaceKind::Stop) {
      ink_.list.AddCircleFilled(middle, kDotRadius + 1, colour);
      ink_.list.AddCircleFilled(middle, kDotRadius - 1, map_colours_of(ink_).halo);
    } else {
      ink_.list.AddRectFilled({middle.x - kDotRadius + 0.5F, middle.y - kDotRadius + 0.5F}, {middle.x + kDotRadius - 0.5F, middle.y + kDotRadius - 0.5F}, colour, 1);
    }
  }

  void write_street(const WaitingLabel& label) {
    const InkText text = text_of(label.style, map_colours_of(ink_).street_label);
    const ImVec2 size = ink_.text->size_of(text, label.text);
    const auto straight = longest_straight(*label.tile, label.line->points);
    if (!straight || straight->length() < size.x + 12.0) return;
    const ScreenPoint middle{(straight->from.x + straight->to.x) / 2, (straight->from.y + straight->to.y) / 2};
    double turned = std::atan2(straight->to.y - straight->from.y, straight->to.x - straight->from.x);
    if (turned > kPi / 2) turned -= kPi;
    if (turned < -kPi / 2) turned += kPi;
    // A slanting text is kept clear by small squares along it.
    std::vector<ScreenBox> boxes;
    const double step = size.y;
    const int count = std::max(1, static_cast<int>(std::ceil(static_cast<double>(size.x) / step)));
    for (int i = 0; i < count; ++i) {
      const double along = (i - (count - 1) / 2.0) * step;
      const ScreenPoint at{middle.x + along * std::cos(turned), middle.y + along * std::sin(turned)};
      boxes.push_back({at.x - step / 2, at.y - step / 2, at.x + step / 2, at.y + step / 2});
    }
    if (grid_.has_name(label.text, middle, kApart) || !grid_.place(boxes)) return;
    grid_.remember_name(label.text, middle);
    ink_.text->write(ink_.list, text, ink_.at(middle), label.text, static_cast<float>(turned));
  }

  static std::optional<Straight> longest_straight(const PlacedTile& placed, map::PointRange range) {
    std::optional<Straight> best;
    const auto at = [&](std::uint32_t i) { return placed.at(placed.tile->points[range.first + i]); };
    const auto direction = [&](std::uint32_t i) { return std::atan2(at(i + 1).y - at(i).y, at(i + 1).x - at(i).x); };
    for (std::uint32_t first = 0; first + 1 < range.count;) {
      std::uint32_t last = first + 1;
      const double begins = direction(first);
      while (last + 1 < range.count && std::abs(std::remainder(direction(last) - begins, 2 * kPi)) < kBend) ++last;
      const Straight found{at(first), at(last)};
      if (!best || found.length() > best->length()) best = found;
      first = last;
    }
    return best;
  }

  const SceneInk& ink_;
  const std::vector<PlacedTile>& tiles_;
  double zoom_;
  LabelGrid& grid_;
  std::vector<WaitingLabel> waiting_;
};

}  // namespace

void draw_labels(const SceneInk& ink, const std::vector<PlacedTile>& tiles, double zoom, LabelGrid& grid) { Labelling(ink, tiles, zoom, grid).write(); }

}  // namespace stadttor::presentation::imgui
