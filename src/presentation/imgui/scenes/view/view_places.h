// Places of a scene: in its world (the map's square, a plan in its own units) and on the screen.
#pragma once

namespace stadttor::presentation::imgui::view {

struct WorldPoint {
  double x = 0;
  double y = 0;
};

struct WorldBox {
  WorldPoint minimum;  // upper left: on a map north-west
  WorldPoint maximum;
};

// CSS pixels from the scene's upper left corner.
struct ScreenPoint {
  double x = 0;
  double y = 0;
};

struct ScreenBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool holds(ScreenPoint point) const { return point.x >= left && point.x <= right && point.y >= top && point.y <= bottom; }
};

}  // namespace stadttor::presentation::imgui::view
