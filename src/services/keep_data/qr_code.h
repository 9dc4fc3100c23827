// A short text as a QR Code (ISO/IEC 18004), by the QR Code generator library.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::services::keep_data {

// The address of its picture (foundation/square_picture.h), with the light border that readers need. Empty for what is too long.
std::string qr_picture_of(std::string_view text);

}  // namespace stadttor::services::keep_data
