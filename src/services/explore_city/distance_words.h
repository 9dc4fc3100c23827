// How far something is, in words: "320 m", "1,4 km".
#pragma once

#include <string>

#include "services/screen.h"

namespace stadttor::services::explore_city {

std::string distance_words(const Screen& screen, double metres);

}  // namespace stadttor::services::explore_city
