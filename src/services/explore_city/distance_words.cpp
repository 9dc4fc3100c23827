#include "services/explore_city/distance_words.h"

#include <cmath>

namespace stadttor::services::explore_city {

std::string distance_words(const Screen& screen, double metres) {
  constexpr double kMetresPerKilometre = 1000;
  if (metres >= kMetresPerKilometre) {
    return screen.text("map.distance.kilometres", {{"count", screen.locale.decimal(metres / kMetresPerKilometre, 1)}});
  }
  // Straight lines are no ways: ten metres are as exact as it gets.
  const long tens = std::lround(metres / 10) * 10;
  return screen.text("map.distance.metres", {{"count", screen.locale.number(tens)}});
}

}  // namespace stadttor::services::explore_city
