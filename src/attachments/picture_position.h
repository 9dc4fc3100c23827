// Where a picture was taken, as its Exif says (CIPA DC-008, 4.6.6): read before the metadata is taken out, so that the citizen can be offered
// it as a place. Only on the device; nothing of it is kept here.
#pragma once

#include <optional>
#include <string_view>

#include "foundation/personal.h"

namespace stadttor::attachments {

// WGS 84, decimal degrees.
struct PicturePosition {
  double latitude = 0;
  double longitude = 0;
  friend bool operator==(const PicturePosition& a, const PicturePosition& b) { return a.latitude == b.latitude && a.longitude == b.longitude; }
};

// Of a JPEG, PNG or WebP; nothing where it does not say, or says what cannot be.
std::optional<Personal<PicturePosition>> position_of_picture(std::string_view bytes);

// Of a TIFF block as Exif has it.
std::optional<Personal<PicturePosition>> position_of_tiff(std::string_view tiff);

}  // namespace stadttor::attachments
