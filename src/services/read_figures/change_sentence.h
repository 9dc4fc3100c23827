// "402 im Jahr 2025, 448 im Jahr 2015. Das sind 10,3 % weniger."
#pragma once

#include <optional>
#include <string>

#include "city/figures.h"
#include "services/screen.h"

namespace stadttor::services::read_figures {

struct Change {
  int year_before = 0;
  int year = 0;
  std::optional<double> before;
  std::optional<double> now;
  int decimals = 0;
};

// Empty where one of the two was not counted.
std::string change_sentence(const Screen& screen, const Change& change);

}  // namespace stadttor::services::read_figures
