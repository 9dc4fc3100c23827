// A town map inside a page: the archive's tiles in view, and a marker for each thing of the page that has a position.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "presentation/imgui/scenes/map/marker.h"
#include "presentation/imgui/scenes/map/tile_cache.h"
#include "presentation/imgui/scenes/movable_scene.h"

namespace stadttor::presentation::imgui {

class MapScene : public MovableScene {
 public:
  explicit MapScene(map::TileArchive archive, view::Motion motion = view::Motion::Full);

  // At first, and when the page asks for another extent, the view follows it: the extent, else all markers, else the whole
  // town. A marker that gets the focus is brought into view.
  void show_page(const semantics::Tree& tree, semantics::NodeIndex scene, semantics::NodeKey focused) override;

  const std::vector<map::Marker>& markers() const { return markers_; }
  // The node whose marker is there.
  std::optional<semantics::NodeKey> node_at(view::ScreenPoint point) const override;
  void hover(std::optional<semantics::NodeKey> node) override { hovered_ = node; }
  std::optional<semantics::NodeKey> picker() const override { return picker_; }
  std::string picked_at(view::ScreenPoint point) const override;

  void draw(const SceneInk& ink) override;

  // A tile that could not be read.
  const Error* fault() const override { return cache_.fault(); }

 private:
  void fit_all(view::Viewport& viewport) const override;
  bool is_named(const map::Marker& marker) const { return marker.is_focused || marker.is_chosen || hovered_ == marker.key; }
  void draw_markers(const SceneInk& ink) const;
  void draw_marker(const SceneInk& ink, const map::Marker& marker) const;
  void draw_middle(const SceneInk& ink) const;
  void draw_scale(const SceneInk& ink) const;
  double pixels_per_metre() const;

  std::unique_ptr<map::TileArchive> archive_;
  map::TileCache cache_;
  std::vector<map::Marker> markers_;
  std::optional<map::WorldBox> extent_;
  std::optional<semantics::NodeKey> hovered_;
  std::optional<semantics::NodeKey> picker_;
  semantics::NodeKey focused_{};
  bool has_view_ = false;
};

}  // namespace stadttor::presentation::imgui
