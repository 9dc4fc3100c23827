#include "programs/city/fit_connect/list_range.h"

#include <charconv>

namespace stadttor::city_server {
namespace {

constexpr std::int64_t kMost = 500;

std::int64_t number_or(std::string_view text, std::int64_t least, std::int64_t most, std::int64_t otherwise) {
  std::int64_t number = otherwise;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = failure == std::errc() && stop == text.data() + text.size();
  return is_number && number >= least && number <= most ? number : otherwise;
}

}  // namespace

ListRange list_range_of(const IncomingRequest& request) {
  ListRange range;
  range.limit = number_or(value_of(request.query, "limit"), 1, kMost, range.limit);
  range.offset = number_or(value_of(request.query, "offset"), 0, INT32_MAX, range.offset);
  return range;
}

void begin_list_answer(JsonWriter& json, std::size_t count, const ListRange& range, std::int64_t total, std::string_view name) {
  json.begin_object().name("count").number(static_cast<std::int64_t>(count)).name("offset").number(range.offset);
  json.name("totalCount").number(total).name(name).begin_list();
}

}  // namespace stadttor::city_server
