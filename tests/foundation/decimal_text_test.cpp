#include "foundation/decimal_text.h"

#include <doctest/doctest.h>

using namespace stadttor;

TEST_SUITE("foundation") {
  TEST_CASE("numbers are written with a point and as many decimals as asked for") {
    CHECK(text_from_decimal(1234.5, 2) == "1234.50");
    CHECK(text_from_decimal(0.05, 1) == "0.1");
    CHECK(text_from_decimal(0.004, 2) == "0.00");
    CHECK(text_from_decimal(7, 0) == "7");
    CHECK(text_from_decimal(9.87140499, 5) == "9.87140");
  }

  TEST_CASE("numbers below zero keep their sign, unless nothing is left of them") {
    CHECK(text_from_decimal(-0.25, 1) == "-0.3");
    CHECK(text_from_decimal(-12, 3) == "-12.000");
    CHECK(text_from_decimal(-0.001, 1) == "0.0");
  }
}
