// Counts and takes parts of UTF-8 text by what others count: code points (JSON Schema's lengths) and UTF-16 units (JavaScript's).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::forms {

// The code point that begins at `at`, which moves behind it. Broken UTF-8 reads as U+FFFD, a byte at a time.
std::uint32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::uint32_t point, std::string& text);

std::size_t count_code_points(std::string_view text);

std::size_t count_utf16_units(std::string_view text);
// From unit `begin` to before `end`; a pair that is cut is left out.
std::string utf16_part_of(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace stadttor::forms
