#include "presentation/imgui/scenes/scene_maker.h"

#include <doctest/doctest.h>

#include "map/map_fixtures.h"

using namespace stadttor;
using namespace stadttor::testing;
using presentation::imgui::make_scene;
using presentation::imgui::needs_source;
using presentation::imgui::view::Motion;

TEST_SUITE("presentation/imgui/scenes") {
  TEST_CASE("a map is made of its archive, charts of nothing but the page; what is no archive, and what nobody draws, makes no scene") {
    CHECK(needs_source("map"));
    CHECK_FALSE(needs_source("line chart"));
    for (const char* kind : {"line chart", "bar chart", "stacked chart"}) CHECK(make_scene(kind, {}, {}, Motion::Full).ok());
    CHECK(make_scene("map", small_archive(), "small", Motion::Full).ok());

    const auto broken = make_scene("map", "no tiles", "broken", Motion::Full);
    if (!CHECK_FALSE(broken.ok())) return;
    CHECK(broken.error().kind == ErrorKind::MalformedData);
    const auto unknown = make_scene("dance", {}, "unknown", Motion::Full);
    if (!CHECK_FALSE(unknown.ok())) return;
    CHECK(unknown.error().kind == ErrorKind::NotSupported);
  }
}
