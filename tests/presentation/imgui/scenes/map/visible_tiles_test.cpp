#include "presentation/imgui/scenes/map/visible_tiles.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui;
using map::TileAddress;
using map::visible_tiles;

namespace {

view::Viewport viewport_of(double zoom) {
  view::Viewport viewport({{0, 0}, {1, 1}}, 0, 18);
  viewport.resize(800, 600);
  viewport.look_at({0.5, 0.5}, zoom);
  return viewport;
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes/map") {
  TEST_CASE("the tiles in view cover the view, from the zooms there are") {
    const view::Viewport viewport = viewport_of(4.7);

    const auto tiles = visible_tiles(viewport, 0, 18);
    CHECK(tiles.size() == 4);
    CHECK(tiles.front() == TileAddress{4, 7, 7});
    CHECK(tiles.back() == TileAddress{4, 8, 8});
    CHECK(visible_tiles(viewport, 0, 2).front().zoom == 2);
    CHECK(visible_tiles(viewport, 6, 9).front().zoom == 6);
  }

  TEST_CASE("a size that makes no sense asks for few tiles") {
    view::Viewport viewport = viewport_of(18);
    viewport.resize(1e9, -5);

    CHECK(viewport.height() == 1);
    CHECK(visible_tiles(viewport, 0, 18).size() <= 25U * 25U);
  }
}
