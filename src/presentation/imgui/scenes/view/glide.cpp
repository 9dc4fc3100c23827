#include "presentation/imgui/scenes/view/glide.h"

#include <algorithm>
#include <cmath>

namespace stadttor::presentation::imgui::view {

namespace {

constexpr double kMemory = 0.1;        // seconds before the release that tell the speed
constexpr double kSlowing = 4.0;       // the speed falls to 1/e in a quarter of a second
constexpr double kFastest = 4000;      // pixels a second
constexpr double kSlowestThrow = 60;   // what is slower was meant to stop
constexpr double kCrawl = 12;          // pixels a second

double length_of(ScreenPoint vector) { return std::hypot(vector.x, vector.y); }

}  // namespace

void Glide::hold(ScreenPoint hand, double seconds) {
  is_moving_ = false;
  if (count_ == samples_.size()) {
    std::rotate(samples_.begin(), samples_.begin() + 1, samples_.end());
    --count_;
  }
  samples_[count_++] = {hand, seconds};
}

void Glide::release(double seconds) {
  std::size_t first = 0;
  while (first < count_ && seconds - samples_[first].seconds > kMemory) ++first;
  const std::size_t last = count_;
  count_ = 0;
  if (last < first + 2) return;
  const Sample& from = samples_[first];
  const Sample& to = samples_[last - 1];
  const double took = std::max(seconds - from.seconds, 1e-3);
  speed_ = {(to.hand.x - from.hand.x) / took, (to.hand.y - from.hand.y) / took};
  const double fast = length_of(speed_);
  if (fast > kFastest) speed_ = {speed_.x * kFastest / fast, speed_.y * kFastest / fast};
  is_moving_ = fast > kSlowestThrow;
}

void Glide::stop() {
  is_moving_ = false;
  count_ = 0;
}

ScreenPoint Glide::advance(double seconds) {
  if (!is_moving_) return {};
  const double kept = std::exp(-kSlowing * seconds);
  const double way = (1 - kept) / kSlowing;
  const ScreenPoint moved{speed_.x * way, speed_.y * way};
  speed_ = {speed_.x * kept, speed_.y * kept};
  is_moving_ = length_of(speed_) > kCrawl;
  return moved;
}

}  // namespace stadttor::presentation::imgui::view
