#include "presentation/imgui/scenes/map/marker.h"

#include <doctest/doctest.h>

#include "semantics/page.h"

using namespace stadttor;
using namespace stadttor::presentation::imgui::map;
using stadttor::presentation::imgui::view::ScreenPoint;
using stadttor::presentation::imgui::view::Viewport;

namespace {

struct MapPage {
  semantics::Tree tree;
  semantics::ActionQueue actions;
  semantics::NodeIndex scene = 0;

  MapPage() {
    {
      semantics::Page page(tree, actions);
      auto main = page.main();
      page.button("outside", "Daneben", {.position = "51.5,9.9"});
      auto map = page.scene("map", "Stadtplan", {.kind = "map"});
      page.paragraph("Zwei Ämter");
      page.button("town-hall", "Neues Rathaus", {.position = "51.4321,9.8714"});
      page.button("nowhere", "Ohne Ort");
      page.button("broken", "Falscher Ort", {.position = "überall"});
      page.button("office", "Ordnungsamt", {.position = "51.4310,9.8740"});
    }
    for (semantics::NodeIndex i = 0; i < tree.size(); ++i) {
      if (tree.node(i).role == semantics::Role::Scene) scene = i;
    }
  }
};

Viewport viewport_at(GeoPoint point) {
  Viewport viewport({{0, 0}, {1, 1}}, 0, 18);
  viewport.resize(800, 600);
  viewport.look_at(world_from_geo(point), 16);
  return viewport;
}

}  // namespace

TEST_SUITE("presentation/imgui/scenes/map") {
  TEST_CASE("each thing of the scene that has a position gets a marker, in reading order") {
    const MapPage page;

    const auto markers = markers_of(page.tree, page.scene);

    if (!CHECK(markers.size() == 2)) return;
    CHECK(markers[0].name == "Neues Rathaus");
    CHECK(markers[1].name == "Ordnungsamt");
    CHECK_FALSE(markers[0].is_focused);
    CHECK(markers_of(page.tree, page.scene, markers[1].key)[1].is_focused);
  }

  TEST_CASE("a marker is hit on its head and around its tip, at least 24 pixels wide") {
    const MapPage page;
    const auto markers = markers_of(page.tree, page.scene);
    const Viewport viewport = viewport_at({51.4321, 9.8714});

    for (const ScreenPoint hit : {ScreenPoint{400, 300}, ScreenPoint{411, 300}, ScreenPoint{400, 311}, ScreenPoint{400, 279}, ScreenPoint{412, 279}}) {
      CAPTURE(hit.x);
      CAPTURE(hit.y);
      const auto found = marker_at(markers, viewport, hit);
      if (!CHECK(found.has_value())) return;
      CHECK(*found == 0);
    }
    CHECK_FALSE(marker_at(markers, viewport, {430, 300}).has_value());
    CHECK_FALSE(marker_at(markers, viewport, {400, 330}).has_value());
  }

  TEST_CASE("of two markers in one place the one that is drawn on top is chosen") {
    const WorldPoint place = world_from_geo({51.4321, 9.8714});
    const std::vector<Marker> markers = {{semantics::NodeKey{1}, place, "Bürgerbüro", false, false}, {semantics::NodeKey{2}, place, "Wahlamt", false, false}};

    const auto found = marker_at(markers, viewport_at({51.4321, 9.8714}), {400, 290});

    if (!CHECK(found.has_value())) return;
    CHECK(*found == 1);
  }
}
