#include "presentation/imgui/scenes/view/view_gestures.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::view {

namespace {

// A finger is never quite still.
constexpr double kStill = 6;
constexpr double kKeyPan = 80;
constexpr double kKeyZoom = 0.5;

double distance_of(ScreenPoint a, ScreenPoint b) { return std::hypot(a.x - b.x, a.y - b.y); }
ScreenPoint middle_of(ScreenPoint a, ScreenPoint b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

}  // namespace

void ViewGestures::set_motion(Motion motion) {
  motion_ = motion;
  if (motion == Motion::Reduced) glide_.stop();
}

void ViewGestures::press(std::int64_t pointer, ScreenPoint at, double seconds) {
  if (find(pointer) != nullptr || pointers_.size() == 2) return;
  glide_.stop();
  if (pointers_.empty()) {
    has_moved_ = false;
    glide_.hold(at, seconds);
  } else {
    has_moved_ = true;  // two fingers choose nothing
  }
  pointers_.push_back({pointer, at, at});
}

void ViewGestures::move(std::int64_t pointer, ScreenPoint at, double seconds, Viewport& viewport) {
  Pointer* moved = find(pointer);
  if (moved == nullptr) return;
  if (pointers_.size() == 1) {
    if (!has_moved_ && distance_of(moved->first, at) < kStill) return;
    viewport.pan_by(at.x - moved->now.x, at.y - moved->now.y);
    glide_.hold(at, seconds);
    has_moved_ = true;
    moved->now = at;
    return;
  }
  const ScreenPoint middle_before = middle_of(pointers_[0].now, pointers_[1].now);
  const double apart_before = distance_of(pointers_[0].now, pointers_[1].now);
  moved->now = at;
  const ScreenPoint middle = middle_of(pointers_[0].now, pointers_[1].now);
  const double apart = distance_of(pointers_[0].now, pointers_[1].now);
  viewport.pan_by(middle.x - middle_before.x, middle.y - middle_before.y);
  if (apart > 1 && apart_before > 1) viewport.zoom_by(std::log2(apart / apart_before), middle);
}

bool ViewGestures::release(std::int64_t pointer, double seconds) {
  const Pointer* released = find(pointer);
  if (released == nullptr) return false;
  const bool was_alone = pointers_.size() == 1;
  pointers_.erase(pointers_.begin() + (released - pointers_.data()));
  if (!was_alone) return false;  // the other finger goes on panning
  if (has_moved_ && motion_ == Motion::Full) {
    glide_.release(seconds);
  } else {
    glide_.stop();
  }
  return !has_moved_;
}

void ViewGestures::cancel() {
  pointers_.clear();
  glide_.stop();
}

void ViewGestures::wheel(double steps, ScreenPoint at, Viewport& viewport) {
  glide_.stop();
  viewport.zoom_by(std::clamp(steps, -2.0, 2.0), at);
}

bool ViewGestures::key(SceneKey key, Viewport& viewport) {
  const ScreenPoint middle{viewport.width() / 2, viewport.height() / 2};
  switch (key) {
    case SceneKey::Left: viewport.pan_by(kKeyPan, 0); break;
    case SceneKey::Right: viewport.pan_by(-kKeyPan, 0); break;
    case SceneKey::Up: viewport.pan_by(0, kKeyPan); break;
    case SceneKey::Down: viewport.pan_by(0, -kKeyPan); break;
    case SceneKey::ZoomIn: viewport.zoom_by(kKeyZoom, middle); break;
    case SceneKey::ZoomOut: viewport.zoom_by(-kKeyZoom, middle); break;
    case SceneKey::ShowAll:
    case SceneKey::First:
    case SceneKey::Last:
    case SceneKey::Dismiss: return false;
  }
  glide_.stop();
  return true;
}

bool ViewGestures::advance(double seconds, Viewport& viewport) {
  if (!glide_.is_moving()) return false;
  const WorldPoint before = viewport.middle();
  const ScreenPoint moved = glide_.advance(seconds);
  viewport.pan_by(moved.x, moved.y);
  // Against the map's edge there is nothing left to glide.
  if (viewport.middle().x == before.x && viewport.middle().y == before.y) glide_.stop();
  return glide_.is_moving();
}

ViewGestures::Pointer* ViewGestures::find(std::int64_t id) {
  for (Pointer& pointer : pointers_) {
    if (pointer.id == id) return &pointer;
  }
  return nullptr;
}

}  // namespace stadttor::presentation::imgui::view
