// Pictures and a PDF made here, with a mark in every carrier of metadata there is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stadttor::testing {

inline constexpr std::string_view kMark = "CANARY-7f3a";

inline std::string bytes(std::string_view text) { return std::string(text); }

inline std::string jpeg_segment(unsigned char marker, const std::string& content) {
  const std::size_t length = content.size() + 2;
  return std::string{'\xff', static_cast<char>(marker), static_cast<char>(length >> 8U), static_cast<char>(length & 0xffU)} + content;
}

// A TIFF block with a marked description and an orientation, big or little end first.
inline std::string exif_block(int orientation, bool is_little_endian) {
  const auto number = [is_little_endian](std::uint32_t value, int size) {
    std::string out;
    for (int i = 0; i < size; ++i) out.push_back(static_cast<char>(value >> (8U * static_cast<unsigned>(is_little_endian ? i : size - 1 - i)) & 0xffU));
    return out;
  };
  std::string tiff = is_little_endian ? std::string("II*\0", 4) : std::string("MM\0*", 4);
  tiff += number(8, 4) + number(2, 2);
  tiff += number(0x010e, 2) + number(2, 2) + number(static_cast<std::uint32_t>(kMark.size()), 4) + number(38, 4);
  tiff += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(static_cast<std::uint32_t>(orientation), 2) + number(0, 2);
  return tiff + number(0, 4) + std::string(kMark);
}

inline constexpr std::string_view kScan("\x11\x22\xff\x00\x33\xff\xd0\x44", 8);

// What decodes, with `beside` between header and tables.
inline std::string jpeg_with(const std::string& beside, const std::string& behind = {}) {
  return bytes("\xff\xd8") + jpeg_segment(0xe0, std::string("JFIF\0\1\1\0\0\1\0\1\0\0", 14)) + beside + jpeg_segment(0xdb, std::string(65, '\1')) +
         jpeg_segment(0xc0, std::string("\x08\0\1\0\1\1\1\x11\0", 9)) + jpeg_segment(0xda, std::string("\1\1\0\0\x3f\0", 6)) + std::string(kScan) + bytes("\xff\xd9") + behind;
}

inline std::string png_chunk(std::string_view type, const std::string& content) {
  std::string out;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) out.push_back(static_cast<char>(content.size() >> shift & 0xffU));
  return out.append(type).append(content).append("\1\2\3\4");
}

inline std::string png_with(const std::string& beside, const std::string& behind = {}) {
  return std::string("\x89PNG\r\n\x1a\n", 8) + png_chunk("IHDR", std::string(13, '\1')) + beside + png_chunk("IDAT", "picture") + png_chunk("IEND", "") + behind;
}

inline std::string webp_chunk(std::string_view type, const std::string& content) {
  std::string out(type);
  for (const unsigned shift : {0U, 8U, 16U, 24U}) out.push_back(static_cast<char>(content.size() >> shift & 0xffU));
  out.append(content);
  if (content.size() % 2 != 0) out.push_back('\0');
  return out;
}

inline std::string webp_of(const std::string& chunks) {
  return webp_chunk("RIFF", "WEBP" + chunks);
}

// With flags for Exif and XMP.
inline std::string webp_header() { return webp_chunk("VP8X", std::string("\x0c\0\0\0\0\0\0\0\0\0", 10)); }

}  // namespace stadttor::testing
