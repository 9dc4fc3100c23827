#include "city/town_limits.h"

#include <doctest/doctest.h>

using namespace stadttor::city;

TEST_SUITE("city") {
  TEST_CASE("positions are read as they are written, and as people type them; what is none on earth is none") {
    const auto read = parse_position(" 51.4321, 9.8714 ");
    if (!CHECK(read.has_value())) return;
    CHECK(text_from_position(*read) == "51.43210,9.87140");
    CHECK(parse_position("-0.5,0").has_value());
    for (const char* none : {"", "hier", "51.4321", "51,4321,9,8714", "91,0", "0,181", "51.4.3,9", ",9.8", "1e3,5", "nan,1"}) CHECK_FALSE(parse_position(none).has_value());
  }

  TEST_CASE("a place lies within a ring or beyond it, and without a ring everywhere is within") {
    const std::vector<Position> ring = {{51, 9}, {51, 10}, {52, 10}, {51.5, 9.5}, {52, 9}};
    CHECK(lies_within(ring, {51.2, 9.5}));
    CHECK(lies_within(ring, {51.8, 9.1}));
    CHECK_FALSE(lies_within(ring, {51.9, 9.5}));
    CHECK_FALSE(lies_within(ring, {50.9, 9.5}));
    CHECK_FALSE(lies_within(ring, {51.2, 10.1}));
    CHECK(lies_within({}, {0, 0}));
  }
}
