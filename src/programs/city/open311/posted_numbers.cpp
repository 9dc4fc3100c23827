#include "programs/city/open311/posted_numbers.h"

#include <charconv>
#include <cmath>

#include "foundation/json_reader.h"

namespace stadttor::city_server::open311 {

std::optional<double> find_number_in(std::string_view text) {
  if (text.empty() || text.size() > 40 || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
  // The JSON reader does not ask the C library's locale which sign stands before decimals.
  Result<JsonDocument> document = JsonDocument::parse("[" + std::string(text) + "]", "number");
  if (!document.ok() || !document.value().root().at(0).is_number()) return std::nullopt;
  const double number = document.value().root().at(0).as_number();
  return std::isfinite(number) ? std::optional<double>(number) : std::nullopt;
}

std::optional<std::int64_t> find_whole_in(std::string_view text, std::int64_t most) {
  std::int64_t number = -1;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end || number < 0 || number > most) return std::nullopt;
  return number;
}

}  // namespace stadttor::city_server::open311
