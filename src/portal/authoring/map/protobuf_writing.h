// Appends fields of Protocol Buffers messages to bytes, with nanopb's encoder.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::portal::authoring {

void append_varint(std::string& bytes, std::uint64_t value);
void append_number_field(std::string& bytes, std::uint32_t field, std::uint64_t value);
// Text, bytes, a message, or packed numbers.
void append_bytes_field(std::string& bytes, std::uint32_t field, std::string_view content);

}  // namespace stadttor::portal::authoring
