// What a map does after it was thrown: it goes on in the same direction, ever slower, and stops. At rest nothing asks for
// a frame. Citizens who want less motion get none.
#pragma once

#include <array>
#include <cstddef>

#include "presentation/imgui/scenes/view/viewport.h"

namespace stadttor::presentation::imgui::view {

class Glide {
 public:
  // While the hand holds the map: where it is, in seconds of any clock that does not go back.
  void hold(ScreenPoint hand, double seconds);
  // Lets go. Starts to glide where the hand was still moving.
  void release(double seconds);
  void stop();

  bool is_moving() const { return is_moving_; }
  // How far the map goes in these seconds; stops below a crawl.
  ScreenPoint advance(double seconds);

 private:
  struct Sample {
    ScreenPoint hand;
    double seconds;
  };
  // The last few places of the hand, oldest first.
  std::array<Sample, 6> samples_{};
  std::size_t count_ = 0;
  ScreenPoint speed_;  // pixels a second
  bool is_moving_ = false;
};

}  // namespace stadttor::presentation::imgui::view
