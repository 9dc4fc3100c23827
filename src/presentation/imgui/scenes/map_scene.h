// A town map inside a page: the archive's tiles in view, and a marker for each thing of the page that has a position.
// Draws when asked; pointers and keys come in through gestures(), choices go out as keys of the page's nodes.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "presentation/imgui/scenes/map/map_gestures.h"
#include "presentation/imgui/scenes/map/marker.h"
#include "presentation/imgui/scenes/map/tile_cache.h"
#include "presentation/imgui/scenes/map_ink.h"

namespace stadttor::presentation::imgui {

class MapScene {
 public:
  explicit MapScene(map::TileArchive archive, map::Motion motion = map::Motion::Full);

  // CSS pixels.
  void resize(double width, double height);
  // The page as it is now. At first, and when the page asks for another extent, the view follows it: the extent, else all
  // markers, else the whole town. A marker that gets the focus is brought into view.
  void show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused);
  // What the page asked for at first, again.
  void show_all();

  map::Viewport& viewport() { return viewport_; }
  map::MapGestures& gestures() { return gestures_; }
  const std::vector<map::Marker>& markers() const { return markers_; }
  // The node whose marker is there.
  std::optional<semantics::NodeKey> node_at(map::ScreenPoint point) const;
  // What the pointer is over is named.
  void hover(std::optional<semantics::NodeKey> node) { hovered_ = node; }

  // Goes on gliding; true while another frame is needed.
  bool advance(double seconds) { return gestures_.advance(seconds, viewport_); }

  // Only within the scene's rectangle.
  void draw(const MapInk& ink);

  // A tile that could not be read, or null. The page then says so beside its list.
  const Error* fault() const { return cache_.fault(); }

 private:
  bool is_named(const map::Marker& marker) const { return marker.is_focused || marker.is_chosen || hovered_ == marker.key; }
  void draw_markers(const MapInk& ink) const;
  void draw_marker(const MapInk& ink, const map::Marker& marker) const;
  void draw_scale(const MapInk& ink) const;
  double pixels_per_metre() const;

  std::unique_ptr<map::TileArchive> archive_;
  map::TileCache cache_;
  map::Viewport viewport_;
  map::MapGestures gestures_;
  std::vector<map::Marker> markers_;
  std::optional<map::WorldBox> extent_;
  std::optional<semantics::NodeKey> hovered_;
  semantics::NodeKey focused_{};
  bool has_view_ = false;
};

}  // namespace stadttor::presentation::imgui
