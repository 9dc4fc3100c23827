// "limit" and "offset" of the Submission API's and the routing call's lists.
#pragma once

#include <cstdint>

#include "programs/city/exchange.h"

namespace stadttor::city_server {

struct ListRange {
  std::int64_t limit = 100;
  std::int64_t offset = 0;
};

// What is no number, or out of bounds, counts as not said.
ListRange list_range_of(const IncomingRequest& request);

}  // namespace stadttor::city_server
