#include "foundation/square_picture.h"

#include <doctest/doctest.h>

using namespace stadttor;

TEST_SUITE("foundation/square_picture") {
  TEST_CASE("squares come back from their address") {
    const SquarePicture picture{3, {true, false, true, false, true, false, false, false, true}};
    CHECK(address_from_squares(picture) == "squares:3:a88");
    const auto read = parse_square_picture("squares:3:a88");
    if (!CHECK(read.has_value())) return;
    CHECK(read->side == 3);
    CHECK(read->dark == picture.dark);
    CHECK(read->is_dark(2, 0));
    CHECK_FALSE(read->is_dark(0, 1));
  }

  TEST_CASE("nothing else is taken for a picture of squares") {
    for (const char* other : {"", "squares:", "squares:3", "squares:3:", "squares:3:a8", "squares:3:a88f", "squares:3:a8g", "squares:0:", "squares:-1:0", "squares:999:0",
                              "https://example.org/squares:3:a88", "squares:3:A88", "javascript:3:a88"}) {
      CHECK_MESSAGE(!parse_square_picture(other), other);
    }
  }
}
