#include "presentation/imgui/scenes/view/label_grid.h"

#include <doctest/doctest.h>

using namespace stadttor::presentation::imgui::view;

TEST_SUITE("presentation/imgui/scenes/view") {
  TEST_CASE("of two labels in the same place the first one is shown") {
    LabelGrid grid(800, 600);

    CHECK(grid.place({100, 100, 180, 116}));
    CHECK_FALSE(grid.place({170, 110, 250, 126}));
    CHECK(grid.place({181, 100, 250, 116}));
  }

  TEST_CASE("a label of several boxes is shown whole or not at all") {
    LabelGrid grid(800, 600);
    CHECK(grid.place({100, 100, 180, 116}));

    CHECK_FALSE(grid.place({{200, 200, 210, 210}, {170, 110, 175, 115}}));
    CHECK(grid.place({200, 200, 210, 210}));
  }

  TEST_CASE("labels keep clear of markers, and of what lies far off the screen") {
    LabelGrid grid(800, 600);
    grid.block({390, 270, 416, 304});

    CHECK_FALSE(grid.place({380, 280, 430, 296}));
    CHECK_FALSE(grid.place({900, 280, 1000, 296}));
    CHECK(grid.place({810, 280, 900, 296}));  // the margin: it may move in
  }

  TEST_CASE("a street is named once in a while") {
    LabelGrid grid(800, 600);
    grid.remember_name("Weststraße", {100, 100});

    CHECK(grid.has_name("Weststraße", {200, 100}, 330));
    CHECK_FALSE(grid.has_name("Weststraße", {500, 100}, 330));
    CHECK_FALSE(grid.has_name("Oststraße", {200, 100}, 330));
  }

  TEST_CASE("a grid of no size has no room") {
    LabelGrid grid(0, 0);
    CHECK_FALSE(grid.place({100, 100, 180, 116}));
  }
}
