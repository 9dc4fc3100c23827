// "limit" and "offset" of the Submission API's and the routing call's lists, and how the Submission API's answers begin.
#pragma once

#include <cstdint>

#include "foundation/json_writer.h"
#include "programs/city/exchange.h"

namespace stadttor::city_server {

struct ListRange {
  std::int64_t limit = 100;
  std::int64_t offset = 0;
};

// What is no number, or out of bounds, counts as not said.
ListRange list_range_of(const IncomingRequest& request);

// Opens the object and, in it, the list called `name`: of `total` entries the `count` that follow.
void begin_list_answer(JsonWriter& json, std::size_t count, const ListRange& range, std::int64_t total, std::string_view name);

}  // namespace stadttor::city_server
