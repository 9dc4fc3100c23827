// How a picture is to be turned when it is shown: the one fact of Exif (CIPA DC-008, tag 0x0112) that has to stay.
#pragma once

#include <string>
#include <string_view>

namespace stadttor::attachments {

// 1 to 8, of a TIFF block as Exif has it; 1 (as it lies) where nothing readable says otherwise.
int orientation_of(std::string_view tiff);

// A TIFF block that says this and nothing else.
std::string tiff_with_orientation(int orientation);

}  // namespace stadttor::attachments
