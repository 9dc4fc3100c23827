// Numbers as they stand in fields and addresses; everything that is not wholly one is none.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stadttor::city_server::open311 {

// "51.4308", "-0.5", "12".
std::optional<double> find_number_in(std::string_view text);

// A whole number from 0 to `most`.
std::optional<std::int64_t> find_whole_in(std::string_view text, std::int64_t most);

}  // namespace stadttor::city_server::open311
