// A picture of dark and light squares (a QR Code) as an address that carries it: "squares:<side>:<bits as hex>". No file, so that nothing
// secret in it lies anywhere but on the page. What it looks like is the presentations'.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stadttor {

struct SquarePicture {
  int side = 0;            // squares in a row, and rows
  std::vector<bool> dark;  // row by row from the top, from the left

  bool is_dark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

std::string address_from_squares(const SquarePicture& picture);
// Nothing for any other address.
std::optional<SquarePicture> parse_square_picture(std::string_view address);

}  // namespace stadttor
