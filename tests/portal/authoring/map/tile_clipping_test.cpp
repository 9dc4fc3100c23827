#include "portal/authoring/map/tile_clipping.h"

#include <doctest/doctest.h>

using namespace stadttor::portal::authoring;

TEST_SUITE("portal/authoring/map") {
  TEST_CASE("a line that leaves the tile and comes back falls into two pieces") {
    const auto pieces = clipped_line({{10, 10}, {10, 200}, {60, 200}, {60, 10}}, 0, 100);

    if (!CHECK(pieces.size() == 2)) return;
    CHECK(pieces[0].back().y == 100);
    CHECK(pieces[1].front().x == 60);
    CHECK(pieces[1].front().y == 100);
    CHECK(pieces[1].back().y == 10);
  }

  TEST_CASE("a line that only touches the air beside a tile is left out; one that crosses it is cut on both sides") {
    CHECK(clipped_line({{-10, -10}, {-5, 200}}, 0, 100).empty());
    CHECK(clipped_line({{-50, 60}, {60, -50}}, 0, 100).size() == 1);
    CHECK(clipped_line({{-50, 40}, {40, -50}}, 0, 100).empty());  // past the corner
    const auto through = clipped_line({{-100, 50}, {200, 50}}, 0, 100);
    if (!CHECK(through.size() == 1)) return;
    CHECK(through[0].front().x == 0);
    CHECK(through[0].back().x == 100);
  }

  TEST_CASE("a ring around the tile becomes the tile, one beside it nothing") {
    CHECK(area_of(clipped_ring({{-50, -50}, {500, -50}, {500, 500}, {-50, 500}}, 0, 100)) == doctest::Approx(10'000));
    CHECK(clipped_ring({{200, 0}, {300, 0}, {300, 50}}, 0, 100).empty());
    CHECK(area_of(clipped_ring({{50, 50}, {150, 50}, {150, 150}, {50, 150}}, 0, 100)) == doctest::Approx(2500));
  }

  TEST_CASE("a simplified line keeps its ends and its bends") {
    const UnitPath line = {{0, 0}, {10, 0.2}, {20, 0}, {20, 10}, {20.1, 20}};

    const UnitPath kept = simplified_line(line, 0.5);

    if (!CHECK(kept.size() == 3)) return;
    CHECK(kept[1].x == 20);
    CHECK(kept[1].y == 0);
    CHECK(simplified_line({{1, 1}}, 0.5).size() == 1);
    CHECK(simplified_line({}, 0.5).empty());
  }

  TEST_CASE("a ring that is nothing but a line vanishes") {
    CHECK(simplified_ring({{0, 0}, {10, 0.1}, {20, 0}}, 0.5).empty());
    CHECK(simplified_ring({{0, 0}, {10, 0}, {10, 10}, {5, 10.1}, {0, 10}}, 0.5).size() == 4);
    CHECK(simplified_ring({{0, 0}, {1, 1}}, 0.5).empty());
  }
}
