#include "presentation/imgui/scenes/chart/axis_scale.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui::chart;

TEST_SUITE("presentation/imgui/scenes/chart") {
  TEST_CASE("an axis reaches round numbers beyond the values, from zero where bars stand on it") {
    const AxisScale scale = axis_scale_from(387, 601, 5, true, AxisStart::Zero);
    CHECK(scale.ticks() == std::vector<double>{0, 200, 400, 600, 800});
    CHECK(scale.decimals == 0);
    CHECK(scale.share_of(400) == doctest::Approx(0.5));
  }

  TEST_CASE("values that all lie far from zero are seen from near, where nothing stands on the axis") {
    const AxisScale scale = axis_scale_from(9787, 9934, 4, true, AxisStart::NearData);
    CHECK(scale.minimum == 9750);
    CHECK(scale.maximum == 9950);
    CHECK(axis_scale_from(387, 601, 4, true, AxisStart::NearData).minimum == 0);
  }

  TEST_CASE("values below zero have their part of the axis, and zero is written without a minus") {
    const AxisScale scale = axis_scale_from(-2.5, 3.5, 6, false, AxisStart::Zero);
    CHECK(scale.ticks() == std::vector<double>{-3, -2, -1, 0, 1, 2, 3, 4});
    const AxisScale below = axis_scale_from(-7, -3, 4, true, AxisStart::Zero);
    CHECK(below.minimum == -8);
    CHECK(below.maximum == 0);
    CHECK_FALSE(std::signbit(below.ticks().back()));
  }

  TEST_CASE("whole numbers have whole ticks; fractions as many decimals as tell them apart") {
    CHECK(axis_scale_from(0, 2, 8, true, AxisStart::Zero).ticks() == std::vector<double>{0, 1, 2});
    const AxisScale fractions = axis_scale_from(0, 0.3, 6, false, AxisStart::Zero);
    CHECK(fractions.step == doctest::Approx(0.05));
    CHECK(fractions.decimals == 2);
    CHECK(axis_scale_from(0, 18.9, 4, false, AxisStart::Zero).decimals == 0);
  }

  TEST_CASE("equal values, nothing but zero, and values almost equal still have an axis") {
    for (const double value : {5.0, 0.0, -5.0, 1e11}) {
      CAPTURE(value);
      const AxisScale scale = axis_scale_from(value, value, 5, false, AxisStart::NearData);
      CHECK(scale.maximum > scale.minimum);
      CHECK(scale.ticks().size() >= 2);
      CHECK(scale.ticks().size() < 10);
    }
    const AxisScale close = axis_scale_from(1e11, 1e11 + 1e-5, 5, false, AxisStart::NearData);
    CHECK(close.maximum > close.minimum);
    CHECK(close.ticks().size() < 30);
  }
}
