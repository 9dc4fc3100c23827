#include "presentation/imgui/scenes/movable_scene.h"

namespace stadttor::presentation::imgui {

void MovableScene::resize(double width, double height) {
  viewport_.resize(width, height);
  // What the page wants to be seen can only be fitted into a place that has a size.
  if (!has_size_) show_all();
  has_size_ = has_size_ || width > 1;
}

bool MovableScene::key(view::SceneKey key) {
  if (key != view::SceneKey::ShowAll) return gestures_.key(key, viewport_);
  show_all();
  return true;
}

void MovableScene::show_all() {
  gestures_.cancel();
  fit_all(viewport_);
}

}  // namespace stadttor::presentation::imgui
