// Turns pointers and keys of a scene into movements of the viewport: one pointer pans, two pinch, the wheel zooms at the pointer, arrow
// keys pan and plus and minus zoom. A short press without movement is a choice and left to the caller.
#pragma once

#include <cstdint>
#include <vector>

#include "presentation/imgui/scenes/view/glide.h"
#include "presentation/imgui/scenes/view/viewport.h"

namespace stadttor::presentation::imgui::view {

// What keys mean to a scene. web/canvas/scene_gestures.js counts them in this order.
enum class SceneKey : std::uint8_t { Left, Right, Up, Down, ZoomIn, ZoomOut, ShowAll, First, Last, Dismiss };
inline constexpr int kSceneKeyCount = static_cast<int>(SceneKey::Dismiss) + 1;
enum class Motion : std::uint8_t { Full, Reduced };

class ViewGestures {
 public:
  explicit ViewGestures(Motion motion = Motion::Full) : motion_(motion) {}

  // The citizen may change that during a visit: what glides then stops.
  void set_motion(Motion motion);

  void press(std::int64_t pointer, ScreenPoint at, double seconds);
  void move(std::int64_t pointer, ScreenPoint at, double seconds, Viewport& viewport);
  // True where the pointer was let go without having moved: the citizen chose what is there.
  bool release(std::int64_t pointer, double seconds);
  // The browser took the pointer away.
  void cancel();

  // `steps`: 1 doubles the scale.
  void wheel(double steps, ScreenPoint at, Viewport& viewport);
  // False for keys that mean nothing to a view: they are the caller's.
  bool key(SceneKey key, Viewport& viewport);

  // True while another frame is needed.
  bool advance(double seconds, Viewport& viewport);

 private:
  struct Pointer {
    std::int64_t id;
    ScreenPoint first;
    ScreenPoint now;
  };
  Pointer* find(std::int64_t id);

  Motion motion_;
  Glide glide_;
  std::vector<Pointer> pointers_;
  bool has_moved_ = false;
};

}  // namespace stadttor::presentation::imgui::view
