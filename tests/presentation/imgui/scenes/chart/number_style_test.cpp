#include "presentation/imgui/scenes/chart/number_style.h"

#include <doctest/doctest.h>

using stadttor::presentation::imgui::chart::NumberStyle;

TEST_SUITE("presentation/imgui/scenes/chart") {
  TEST_CASE("the axis writes numbers as the table does") {
    NumberStyle german;
    german.learn("1.234,5", "1234.5");
    CHECK(german.written(20000, 0) == "20.000");
    CHECK(german.written(0.25, 2) == "0,25");

    NumberStyle ukrainian;
    ukrainian.learn("1234", "1234");
    ukrainian.learn("12\u00a0345,6", "12345.6");
    CHECK(ukrainian.written(2000, 0) == "2000");
    CHECK(ukrainian.written(1200000.5, 1) == "1\u00a0200\u00a0000,5");
  }

  TEST_CASE("Arabic digits and signs before a number are learnt as well") {
    NumberStyle arabic;
    arabic.learn("\u0661\u066c\u0662\u0663\u0664\u066b\u0665", "1234.5");
    CHECK(arabic.written(2000.5, 1) == "\u0662\u066c\u0660\u0660\u0660\u066b\u0665");

    NumberStyle signs;
    signs.learn("\u22125", "-5");
    CHECK(signs.written(-20, 0) == "\u221220");
    CHECK(signs.written(20, 0) == "20");
  }

  TEST_CASE("what is not the number itself teaches nothing") {
    NumberStyle style;
    style.learn("12 bis 13 Jahre", "12.5");
    style.learn("", "1");
    style.learn("ungefähr 7 von 10", "7");
    CHECK(style.written(1234.5, 1) == "1234.5");
  }
}
