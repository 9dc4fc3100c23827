#include "presentation/imgui/scenes/map/mercator.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui::map;

TEST_SUITE("presentation/imgui/scenes/map") {
  TEST_CASE("a place on earth comes back from the map where it was") {
    const GeoPoint there = geo_from_world(world_from_geo({51.4321, 9.8714}));

    CHECK(there.latitude == doctest::Approx(51.4321).epsilon(1e-10));
    CHECK(there.longitude == doctest::Approx(9.8714).epsilon(1e-10));
    CHECK(world_from_geo({0, 0}).x == 0.5);
    CHECK(world_from_geo({0, 0}).y == 0.5);
    CHECK(world_from_geo({90, 0}).y == doctest::Approx(0.0));
  }

  TEST_CASE("a position is read as the page writes it") {
    const auto position = parse_position("51.4321,-9.8714");

    if (!CHECK(position.has_value())) return;
    CHECK(position->latitude == doctest::Approx(51.4321));
    CHECK(position->longitude == doctest::Approx(-9.8714));
  }

  TEST_CASE("what is no position is none") {
    for (const char* text : {"", "51.4", "51.4,", ",9.8", "51.4,9.8,1", "51.4;9.8", "nan,1", "91,0", "0,181", "1e3,2", "--1,2", "1.2.3,4", ".,1"}) {
      CAPTURE(text);
      CHECK_FALSE(parse_position(text).has_value());
    }
  }

  TEST_CASE("an extent encloses something") {
    const auto extent = parse_extent("9.81,51.40,9.93,51.46");

    if (!CHECK(extent.has_value())) return;
    CHECK(extent->minimum.x < extent->maximum.x);
    CHECK(extent->minimum.y < extent->maximum.y);
    CHECK_FALSE(parse_extent("9.93,51.40,9.81,51.46").has_value());
    CHECK_FALSE(parse_extent("9.81,51.46,9.93,51.40").has_value());
    CHECK_FALSE(parse_extent("9.81,51.40,9.93").has_value());
  }
}
