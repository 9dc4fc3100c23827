// A scene that shows a part of something larger: pointers, wheel and keys move and enlarge it.
#pragma once

#include "presentation/imgui/scenes/scene.h"

namespace stadttor::presentation::imgui {

class MovableScene : public Scene {
 public:
  void resize(double width, double height) override;
  void press(std::int64_t pointer, view::ScreenPoint at, double seconds) override { gestures_.press(pointer, at, seconds); }
  void move(std::int64_t pointer, view::ScreenPoint at, double seconds) override { gestures_.move(pointer, at, seconds, viewport_); }
  bool release(std::int64_t pointer, double seconds) override { return gestures_.release(pointer, seconds); }
  void cancel() override { gestures_.cancel(); }
  void wheel(double steps, view::ScreenPoint at) override { gestures_.wheel(steps, at, viewport_); }
  bool key(view::SceneKey key) override;
  void set_motion(view::Motion motion) override { gestures_.set_motion(motion); }
  bool advance(double seconds) override { return gestures_.advance(seconds, viewport_); }
  view::Viewport* find_viewport() override { return &viewport_; }

  view::Viewport& viewport() { return viewport_; }
  const view::Viewport& viewport() const { return viewport_; }
  // What the page asked for at first, again.
  void show_all();

 protected:
  MovableScene(view::Viewport viewport, view::Motion motion) : viewport_(viewport), gestures_(motion) {}

  // Called when all is to be seen; the size may still be none.
  virtual void fit_all(view::Viewport& viewport) const = 0;

 private:
  view::Viewport viewport_;
  view::ViewGestures gestures_;
  bool has_size_ = false;
};

}  // namespace stadttor::presentation::imgui
