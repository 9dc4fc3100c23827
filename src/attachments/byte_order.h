// Numbers in files: of two and four bytes, the larger end first or last. Places outside the bytes read as zero.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::attachments {

inline std::uint32_t byte_at(std::string_view bytes, std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; }

inline std::uint32_t big_endian_16(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1); }
inline std::uint32_t big_endian_32(std::string_view bytes, std::size_t at) { return big_endian_16(bytes, at) << 16U | big_endian_16(bytes, at + 2); }
inline std::uint32_t little_endian_16(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8U; }
inline std::uint32_t little_endian_32(std::string_view bytes, std::size_t at) { return little_endian_16(bytes, at) | little_endian_16(bytes, at + 2) << 16U; }

inline void append_big_endian_32(std::string& bytes, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes.push_back(static_cast<char>(number >> shift & 0xffU));
}
inline void append_little_endian_32(std::string& bytes, std::uint32_t number) {
  for (const unsigned shift : {0U, 8U, 16U, 24U}) bytes.push_back(static_cast<char>(number >> shift & 0xffU));
}

}  // namespace stadttor::attachments
