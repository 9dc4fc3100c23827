// Exif that says where a picture was taken, made here.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace stadttor::testing {

using ExifFraction = std::pair<std::uint32_t, std::uint32_t>;

struct ExifPlace {
  char latitude_reference = 'N';
  std::array<ExifFraction, 3> latitude = {{{51, 1}, {25, 1}, {515, 10}}};
  char longitude_reference = 'E';
  std::array<ExifFraction, 3> longitude = {{{9, 1}, {52, 1}, {1725, 100}}};
  bool is_little_endian = true;
};

// A TIFF block whose one entry leads to a directory with the place.
inline std::string exif_with_place(const ExifPlace& place) {
  const auto number = [&place](std::uint32_t value, int size) {
    std::string out;
    for (int i = 0; i < size; ++i) out.push_back(static_cast<char>(value >> (8U * static_cast<unsigned>(place.is_little_endian ? i : size - 1 - i)) & 0xffU));
    return out;
  };
  constexpr std::uint32_t kDirectory = 26;
  constexpr std::uint32_t kFractions = kDirectory + 2 + 4 * 12 + 4;
  std::string tiff = place.is_little_endian ? std::string("II*\0", 4) : std::string("MM\0*", 4);
  tiff += number(8, 4) + number(1, 2) + number(0x8825, 2) + number(4, 2) + number(1, 4) + number(kDirectory, 4) + number(0, 4);
  tiff += number(4, 2);
  tiff += number(1, 2) + number(2, 2) + number(2, 4) + place.latitude_reference + std::string(3, '\0');
  tiff += number(2, 2) + number(5, 2) + number(3, 4) + number(kFractions, 4);
  tiff += number(3, 2) + number(2, 2) + number(2, 4) + place.longitude_reference + std::string(3, '\0');
  tiff += number(4, 2) + number(5, 2) + number(3, 4) + number(kFractions + 24, 4);
  tiff += number(0, 4);
  for (const auto& [numerator, denominator] : place.latitude) tiff += number(numerator, 4) + number(denominator, 4);
  for (const auto& [numerator, denominator] : place.longitude) tiff += number(numerator, 4) + number(denominator, 4);
  return tiff;
}

}  // namespace stadttor::testing
