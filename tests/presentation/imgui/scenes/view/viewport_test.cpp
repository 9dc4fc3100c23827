#include "presentation/imgui/scenes/view/viewport.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui::view;

namespace {

const WorldBox kWorld{{0, 0}, {1, 1}};

Viewport viewport_of(double zoom) {
  Viewport viewport(kWorld, 0, 18);
  viewport.resize(800, 600);
  viewport.look_at({0.5, 0.5}, zoom);
  return viewport;
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes/view") {
  TEST_CASE("the middle of the view is the middle of the screen, and points come back from it") {
    const Viewport viewport = viewport_of(4);

    CHECK(viewport.screen_from_world({0.5, 0.5}).x == doctest::Approx(400));
    CHECK(viewport.screen_from_world({0.5, 0.5}).y == doctest::Approx(300));
    const WorldPoint back = viewport.world_from_screen(viewport.screen_from_world({0.51, 0.49}));
    CHECK(back.x == doctest::Approx(0.51));
    CHECK(back.y == doctest::Approx(0.49));
  }

  TEST_CASE("the content follows the hand") {
    Viewport viewport = viewport_of(6);
    const WorldPoint held = viewport.world_from_screen({100, 100});

    viewport.pan_by(30, -20);

    CHECK(viewport.screen_from_world(held).x == doctest::Approx(130));
    CHECK(viewport.screen_from_world(held).y == doctest::Approx(80));
  }

  TEST_CASE("zooming keeps what lies under the anchor") {
    Viewport viewport = viewport_of(6);
    const WorldPoint held = viewport.world_from_screen({700, 50});

    viewport.zoom_by(1.5, {700, 50});

    CHECK(viewport.zoom() == doctest::Approx(7.5));
    CHECK(viewport.screen_from_world(held).x == doctest::Approx(700));
    CHECK(viewport.screen_from_world(held).y == doctest::Approx(50));
  }

  TEST_CASE("the view never leaves the map") {
    Viewport viewport = viewport_of(3);

    viewport.pan_by(1e7, 1e7);
    CHECK(viewport.visible().minimum.x == doctest::Approx(0.0));
    CHECK(viewport.visible().minimum.y == doctest::Approx(0.0));

    viewport.zoom_by(-20, {0, 0});
    CHECK(viewport.zoom() == 0);
    CHECK(viewport.middle().x == doctest::Approx(0.5));  // all of it fits: it stands in the middle

    viewport.zoom_by(99, {400, 300});
    CHECK(viewport.zoom() == 18);
  }

  TEST_CASE("all markers are shown with room around them, and one alone not from too near") {
    Viewport viewport = viewport_of(0);
    viewport.show_points({{0.4, 0.4}, {0.6, 0.5}}, 16);

    for (const WorldPoint point : {WorldPoint{0.4, 0.4}, WorldPoint{0.6, 0.5}}) {
      const ScreenPoint at = viewport.screen_from_world(point);
      CHECK(at.x >= 47.9);
      CHECK(at.x <= 752.1);
      CHECK(at.y >= 47.9);
      CHECK(at.y <= 552.1);
    }

    viewport.show_points({{0.3, 0.3}}, 16);
    CHECK(viewport.zoom() == 16);
    CHECK(viewport.middle().x == doctest::Approx(0.3));

    viewport.show_points({}, 10);
    CHECK(viewport.zoom() == 16);
  }
}
