// Which part of its world a scene shows: a middle, a zoom and a size in pixels. Pure geometry; who moves it (keys, pointer,
// glide) is the scene's business.
#pragma once

#include <vector>

#include "presentation/imgui/scenes/view/view_places.h"

namespace stadttor::presentation::imgui::view {

inline constexpr double kUnitSide = 512;  // pixels of one unit of the world at zoom 0, as tiles of maps count it

class Viewport {
 public:
  // What can be seen never leaves `limits`, or stands in their middle where all of them fits; zoom stays in its range.
  Viewport(WorldBox limits, double least_zoom, double most_zoom);

  // Keeps the middle. Sizes below one pixel count as one.
  void resize(double width, double height);

  void look_at(WorldPoint middle, double zoom);
  // The content follows the hand: a pan to the right shows what lies in the west.
  void pan_by(double dx, double dy);
  // What lies under the anchor stays there, as far as the limits allow.
  void zoom_by(double steps, ScreenPoint anchor);
  // Shows the box as large as it fits with `margin` pixels on each side.
  void show_box(WorldBox box, double margin);
  // All points with 48 pixels around them; a single one at zoom `closest`. Does nothing without points.
  void show_points(const std::vector<WorldPoint>& points, double closest);

  ScreenPoint screen_from_world(WorldPoint point) const;
  WorldPoint world_from_screen(ScreenPoint point) const;

  double zoom() const { return zoom_; }
  WorldPoint middle() const { return middle_; }
  double width() const { return width_; }
  double height() const { return height_; }
  // Pixels of one unit of the world.
  double scale() const;
  WorldBox visible() const;

 private:
  void keep_within_limits();

  WorldBox limits_;
  double least_zoom_;
  double most_zoom_;
  WorldPoint middle_;
  double zoom_;
  double width_ = 1;
  double height_ = 1;
};

}  // namespace stadttor::presentation::imgui::view
