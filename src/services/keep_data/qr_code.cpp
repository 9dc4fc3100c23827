#include "services/keep_data/qr_code.h"

#include <qrcodegen.h>

#include <array>
#include <cstdint>

#include "foundation/square_picture.h"

namespace stadttor::services::keep_data {

namespace {

constexpr int kBorder = 4;
constexpr int kLargestVersion = 10;
using Buffer = std::array<std::uint8_t, qrcodegen_BUFFER_LEN_FOR_VERSION(kLargestVersion)>;

}  // namespace

std::string qr_picture_of(std::string_view text) {
  Buffer work{};
  Buffer code{};
  const std::string whole(text);
  // A quarter of it may be unreadable: paper gets folded and stained.
  const bool fits = qrcodegen_encodeText(whole.c_str(), work.data(), code.data(), qrcodegen_Ecc_QUARTILE, qrcodegen_VERSION_MIN, kLargestVersion,
                                         qrcodegen_Mask_AUTO, true);
  if (!fits) return {};
  SquarePicture picture;
  const int size = qrcodegen_getSize(code.data());
  picture.side = size + 2 * kBorder;
  for (int y = -kBorder; y < size + kBorder; ++y) {
    for (int x = -kBorder; x < size + kBorder; ++x) picture.dark.push_back(qrcodegen_getModule(code.data(), x, y));
  }
  return address_from_squares(picture);
}

}  // namespace stadttor::services::keep_data
