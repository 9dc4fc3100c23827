#include "presentation/imgui/scenes/plan/plan_points.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui::plan;

TEST_SUITE("presentation/imgui/scenes/plan") {
  TEST_CASE("corners are read as the page writes them; one that is broken breaks all") {
    const PlanPoints points = parse_plan_points("0,0 120,0 120,60.5");
    if (!CHECK(points.size() == 3)) return;
    CHECK(points[2].y == 60.5);

    for (const std::string_view broken : {"", "1", "1,", ",1", "1,2 3", "1,2  3,4", "a,b", "nan,1", "inf,1", "1,1e9", "1,2,3"}) {
      CAPTURE(broken);
      CHECK(parse_plan_points(broken).empty());
    }
  }

  TEST_CASE("an area with a corner that goes inwards holds only what is within it") {
    const PlanPoints corners = parse_plan_points("0,0 100,0 100,50 50,50 50,100 0,100");
    CHECK(holds(corners, {25, 75}));
    CHECK(holds(corners, {75, 25}));
    CHECK_FALSE(holds(corners, {75, 75}));
    CHECK_FALSE(holds(corners, {-1, 50}));
  }

  TEST_CASE("corners go clockwise, whichever way they were given") {
    PlanPoints corners = parse_plan_points("0,0 0,10 10,10 10,0");
    put_clockwise(corners);
    CHECK(corners.front().x == 10);
    const PlanPoints before = corners;
    put_clockwise(corners);
    CHECK(corners.front().x == before.front().x);
  }
}
