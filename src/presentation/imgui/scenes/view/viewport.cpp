#include "presentation/imgui/scenes/view/viewport.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::view {

namespace {

constexpr double kMarkerMargin = 48;

double kept_within(double middle, double half, double least, double most) {
  return 2 * half >= most - least ? (least + most) / 2 : std::clamp(middle, least + half, most - half);
}

}  // namespace

Viewport::Viewport(WorldBox limits, double least_zoom, double most_zoom)
    : limits_(limits), least_zoom_(least_zoom), most_zoom_(std::max(least_zoom, most_zoom)), zoom_(least_zoom) {
  middle_ = {(limits.minimum.x + limits.maximum.x) / 2, (limits.minimum.y + limits.maximum.y) / 2};
}

void Viewport::resize(double width, double height) {
  width_ = std::max(1.0, width);
  height_ = std::max(1.0, height);
  keep_within_limits();
}

void Viewport::look_at(WorldPoint middle, double zoom) {
  middle_ = middle;
  zoom_ = std::clamp(zoom, least_zoom_, most_zoom_);
  keep_within_limits();
}

void Viewport::pan_by(double dx, double dy) {
  middle_.x -= dx / scale();
  middle_.y -= dy / scale();
  keep_within_limits();
}

void Viewport::zoom_by(double steps, ScreenPoint anchor) {
  const WorldPoint held = world_from_screen(anchor);
  zoom_ = std::clamp(zoom_ + steps, least_zoom_, most_zoom_);
  middle_.x = held.x - (anchor.x - width_ / 2) / scale();
  middle_.y = held.y - (anchor.y - height_ / 2) / scale();
  keep_within_limits();
}

void Viewport::show_box(WorldBox box, double margin) {
  const double across = std::max(box.maximum.x - box.minimum.x, 1e-12);
  const double down = std::max(box.maximum.y - box.minimum.y, 1e-12);
  const double fitting = std::min(std::max(1.0, width_ - 2 * margin) / across, std::max(1.0, height_ - 2 * margin) / down);
  look_at({(box.minimum.x + box.maximum.x) / 2, (box.minimum.y + box.maximum.y) / 2}, std::log2(fitting / kUnitSide));
}

void Viewport::show_points(const std::vector<WorldPoint>& points, double closest) {
  if (points.empty()) return;
  WorldBox box{points.front(), points.front()};
  for (const WorldPoint point : points) {
    box.minimum = {std::min(box.minimum.x, point.x), std::min(box.minimum.y, point.y)};
    box.maximum = {std::max(box.maximum.x, point.x), std::max(box.maximum.y, point.y)};
  }
  show_box(box, kMarkerMargin);
  if (zoom_ > closest) look_at(middle_, closest);
}

ScreenPoint Viewport::screen_from_world(WorldPoint point) const {
  return {width_ / 2 + (point.x - middle_.x) * scale(), height_ / 2 + (point.y - middle_.y) * scale()};
}

WorldPoint Viewport::world_from_screen(ScreenPoint point) const {
  return {middle_.x + (point.x - width_ / 2) / scale(), middle_.y + (point.y - height_ / 2) / scale()};
}

double Viewport::scale() const { return kUnitSide * std::exp2(zoom_); }

WorldBox Viewport::visible() const { return {world_from_screen({0, 0}), world_from_screen({width_, height_})}; }

void Viewport::keep_within_limits() {
  middle_.x = kept_within(middle_.x, width_ / scale() / 2, limits_.minimum.x, limits_.maximum.x);
  middle_.y = kept_within(middle_.y, height_ / scale() / 2, limits_.minimum.y, limits_.maximum.y);
}

}  // namespace stadttor::presentation::imgui::view
